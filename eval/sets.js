/**
 * The annotated sets, the stage that each scores, and the figures that stand for it: a name, where it stands in the
 * scorer's answer, and the target. `scorer` is for sets that are in this folder; `breakdown` names an object of the answer
 * whose parts are put below the table, in one line. `of` is the
 * file where it is not called like the set, `convention` how conventions.js cuts the claims before they are scored.
 * `isReadForClaims`: the claims stage reads the texts of another stage's set too, which nobody tuned it to: each must be
 * answered, with exact offsets.
 */
module.exports = [
  {
    set: 'claims-ggt',
    stage: 'claims',
    figures: [
      ['overlap ≥ 0.3, F1', 'overlap0.3.f1', 88],
      ['overlap ≥ 0.8, F1', 'overlap0.8.f1', 80],
      ['Jaccard ≥ 0.5, F1', 'jaccard05.f1', 80],
      ['speaker', 'overlap0.3.speaker', 90],
      ['resolved speaker', 'overlap0.3.resolvedSpeaker', 88],
    ],
  },
  {
    set: 'claims-polnear',
    stage: 'claims',
    figures: [
      ['speech, F1', 'speech.f1', 82],
      ['speech, precision', 'speech.p', null],
      ['speech, recall', 'speech.r', null],
      ['speech exact, F1', 'exactSpeech.f1', 52],
      ['source overlap', 'sourceOverlap', 92],
      ['all attitudes, F1', 'all.f1', null],
      ['recall, direct', 'recallByKind.direct', null],
      ['recall, mixed', 'recallByKind.mixed', null],
      ['recall, indirect', 'recallByKind.indirect', null],
    ],
  },
  // How much of the two is the set's way of cutting, on which they disagree (conventions.js).
  {
    set: 'claims-polnear-joined',
    of: 'claims-polnear',
    convention: 'joined',
    stage: 'claims',
    figures: [
      ['speech, F1', 'speech.f1', null],
      ['speech, precision', 'speech.p', null],
      ['speech, recall', 'speech.r', null],
      ['speech exact, F1', 'exactSpeech.f1', null],
    ],
  },
  {
    set: 'claims-ggt-bare',
    of: 'claims-ggt',
    convention: 'bare',
    stage: 'claims',
    figures: [['speaker', 'overlap0.3.speaker', null]],
  },
  {
    set: 'chains',
    stage: 'claims',
    scorer: 'chains/score.js',
    figures: [
      ['links, F1, development', 'development.links.f1', null],
      ['links, F1, kept apart', 'keptApart.links.f1', 80],
      ['links, precision, kept apart', 'keptApart.links.p', null],
      ['links, recall, kept apart', 'keptApart.links.r', null],
      ['whole chains, F1, kept apart', 'keptApart.chains.f1', null],
      ['claims, F1, development', 'development.claims.f1', null],
      ['claims, F1, kept apart', 'keptApart.claims.f1', null],
      ['speakers, F1, development', 'development.speakers.f1', null],
      ['speakers, F1, kept apart', 'keptApart.speakers.f1', null],
      ['speakers named elsewhere, kept apart', 'keptApart.names', null],
      ['owners of right links, kept apart', 'keptApart.owners', null],
      ['links, F1, cases by others', 'fresh.links.f1', null],
      ['links, F1, hostile typography', 'typography.links.f1', null],
      ['links, F1, the same cases in plain type', 'typographyPlain.links.f1', null],
      ['claims, F1, hostile typography', 'typography.claims.f1', null],
      ['claims, F1, the same cases in plain type', 'typographyPlain.claims.f1', null],
    ],
    breakdown: {
      name: 'chains, F1 of claims / of links by shape, development:',
      path: 'development.byShape',
      figures: ['claims', 'links'],
    },
  },
  {
    set: 'events',
    stage: 'events',
    isReadForClaims: true,
    figures: [
      ['B-cubed F1', 'bCubed.f1', 97],
      ['B-cubed precision', 'bCubed.p', null],
      ['B-cubed recall', 'bCubed.r', null],
    ],
  },
  {
    set: 'pairs-mrpc',
    stage: 'match',
    figures: [
      ['accuracy', 'accuracy', 75.6],
      ['F1', 'f1', 83],
    ],
  },
  {
    set: 'pairs-emergent',
    stage: 'match',
    figures: [
      ['macro F1', 'macroF1', 74],
      ['contradiction, precision', 'contradiction.p', 85],
      ['contradiction, recall', 'contradiction.r', 50],
    ],
  },
  {
    set: 'pages-readability',
    stage: 'article',
    figures: [
      ['token F1', 'tokenF1', 97],
      ['titles', 'title', 92],
    ],
  },
  {
    set: 'pages-own',
    stage: 'article',
    scorer: 'pages/score.js',
    figures: [
      ['snippets, F1, tuned', 'tuned.f1', null],
      ['snippets, F1, held out', 'heldOut.f1', 92],
      ['snippets, precision, held out', 'heldOut.p', null],
      ['snippets, recall, held out', 'heldOut.r', null],
      ['headlines, held out', 'heldOut.headline', null],
      ['bylines, held out', 'heldOut.byline', null],
      ['dates, held out', 'heldOut.publishedAt', null],
      ['ms a page, held out', 'heldOut.millisecondsPerPage', null],
    ],
  },
  {
    set: 'feeds',
    stage: 'feed',
    figures: [
      ['feeds answered', 'answered', 1086],
      ['share of items', 'itemShare', 95],
    ],
  },
  {
    set: 'words',
    stage: 'syntax',
    scorer: 'words/score.js',
    figures: [
      ['words, F1, both treebanks', 'all.words.f1', 99.5],
      ['words, F1, EWT', 'ewt.words.f1', null],
      ['words, F1, GUM', 'gum.words.f1', null],
      ['words, F1, news and weblogs', 'news.words.f1', null],
      ['words, F1, the same partly tokenised', 'partlyTokenised.words.f1', null],
      ['sentences, F1, EWT', 'ewt.sentences.f1', null],
      ['sentences, F1, GUM', 'gum.sentences.f1', null],
      ['sentences, F1, news and weblogs', 'news.sentences.f1', null],
    ],
  },
  {
    set: 'trees',
    stage: 'syntax',
    figures: [
      ['UPOS', 'upos', 96.5],
      ['UAS', 'uas', 87],
      ['LAS', 'las', 84],
    ],
  },
  {
    set: 'names-gum',
    stage: 'syntax',
    scorer: 'names/score.js',
    figures: [
      ['span and kind, F1', 'all.f1', null],
      ['span and kind, precision', 'all.p', null],
      ['span and kind, recall', 'all.r', null],
      ['span alone, F1', 'spans.f1', null],
      ['persons, F1', 'kinds.PERSON.f1', null],
      ['organisations, F1', 'kinds.ORGANIZATION.f1', null],
      ['places, F1', 'kinds.PLACE.f1', null],
      ['news alone, F1', 'news.f1', null],
    ],
  },
  { set: 'tone-train', stage: 'tone', figures: [['macro F1', 'macroF1', 66]] },
];
