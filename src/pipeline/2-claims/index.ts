import { readDocument, readInside, type LanguageDocument, type Sentence, type Unit } from '../../language/document.js';
import { foreignParagraphs } from '../../language/foreign-paragraphs.js';
import { captionParagraphs } from '../../language/en/furniture/captions.js';
import { clauseFollows } from '../../language/noun-phrase.js';
import { unitFrom } from '../../language/tree.js';
import { whyNotEnglish } from '../../language/english.js';
import type { ClaimInput, ClaimResult, FoundClaim } from '../values.js';
import { TextPart } from '../values.js';
import type { Attribution, Hop, Stretch } from './attribution.js';
import { linkChains } from './chain.js';
import { findCueGroups } from './cues.js';
import { takeOutAsides } from './asides.js';
import { attachAsides } from './attach-asides.js';
import { documentAfter, documentBefore, documentBetween, documentTail } from './documents.js';
import { withoutNestedPhrases } from './nested-phrases.js';
import { withSpokenFindings } from './findings.js';
import { hasNoContent } from './no-content.js';
import { isContent, makeCoverage, withoutDoubles } from './overlap.js';
import { isAboutArticle } from './rules/about-article.js';
import { attributeByAccordingTo } from './rules/according-to.js';
import { attributeBlock } from './rules/block.js';
import { attributeByCue } from './rules/cue-clause.js';
import { attributeByPossessedNoun } from './rules/possessed-noun.js';
import { attributeByNoun } from './rules/cue-noun.js';
import { attributeFloating } from './rules/floating-quotation.js';
import { attributeLeftQuotations } from './rules/left-quotation.js';
import { attributeHeadlineColon } from './rules/headline.js';
import { attributeBefore } from './rules/previous-sentence.js';
import { attributeCourtHeard } from './rules/court-heard.js';
import { attributeCarried } from './rules/carried-document.js';
import { continueHops } from './rules/continuing.js';
import { attributeQuotedAs } from './rules/quoted-as-saying.js';
import { attributeQuotedWithColon } from './rules/quoted-with-colon.js';
import { shareSpeaker } from './rules/shared-speaker.js';
import { assertionOf } from './rules/own-voice.js';
import { makeSubjectFinder } from './subjects.js';
import { isTeaser } from './rules/teaser.js';
import { attributePosts } from './rules/embedded-post.js';
import { attributeTranscript } from './rules/transcript.js';
import { toAssertion, toClaims } from './to-claims.js';

export { method } from './method.js';

/**
 * Finds who claims what in one article, by tags, word lists and templates.
 * Steps: 1. language checked; 2. text read into sentences whose quotations are single units; 3. templates around cue words
 * in each sentence; 4. blocks after a colon; 5. quotations that name no speaker; 6. claims inside quotations; 7. doubles
 * dropped and chains linked; 8. the outlet's own assertions; 9. the same, with the colon forms, for the headline.
 * @param input the clean article; offsets count in `text` or `headline` as given
 * @returns claims in order of appearance, speakers unresolved (stage 3 resolves them); `notComputed` where nothing was read
 * Method: source–cue–content attribution after PARC and PolNeAR; no parser.
 */
export function findClaims(input: ClaimInput): ClaimResult {
  const notComputed = whyNotEnglish(input.text, input.language);
  if (notComputed) return { claims: [], notComputed };
  const claims = input.headline ? headlineClaims(input.headline) : [];
  return { claims: [...claims, ...textClaims(input.text, input.source)], notComputed: null };
}

/** The templates of one sentence, read without its asides. @param text the normalised text */
function attributeSentence(whole: Sentence, text: string): Attribution[] {
  if (isTeaser(whole)) return [];
  const { units, asides } = takeOutAsides(whole.units);
  const sentence = asides.length > 0 ? { ...whole, units } : whole;
  const subjectOf = makeSubjectFinder(units);
  const withColon = attributeQuotedWithColon(sentence);
  const quoted = [...(withColon ? [withColon] : []), ...attributeQuotedAs(sentence)];
  const found: Attribution[] = [];
  for (const group of findCueGroups(units)) {
    if (quoted.some(({ from, to }) => from <= group.verb && group.verb < to)) continue;
    const attribution = attributeByCue(sentence, group, subjectOf);
    if (attribution) found.push(shareSpeaker(withFronted(attribution, units), group, sentence, found));
  }
  found.push(
    ...quoted.map(({ attribution }) => attribution),
    ...attributeByAccordingTo(sentence),
    ...attributeByNoun(sentence, subjectOf),
    ...attributeByPossessedNoun(sentence),
  );
  const heard = attributeCourtHeard(sentence);
  if (heard) found.push(heard);
  found.push(...attributeLeftQuotations(sentence, found));
  if (found.length === 0) return attributeByAccordingTo(whole, true);
  const carried = attributeCarried(units, withoutNestedPhrases(found, units), text);
  return withSpokenFindings(attachAsides(carried, asides, text), units, text);
}

/** "In an interview with Harbour Radio, the general said": the document before the speaker, or between him and his cue, is his hop. */
function withFronted(attribution: Attribution, units: readonly Unit[]): Attribution {
  const { speaker, hops } = attribution;
  if (!speaker || hops.some(({ kind }) => kind === 'DOCUMENT')) return attribution;
  const { cue } = attribution;
  const fronted =
    documentBefore(units, unitFrom(units, speaker.start)) ??
    (cue && cue.start > speaker.end
      ? documentBetween(units, unitFrom(units, speaker.end), unitFrom(units, cue.start))
      : null) ??
    afterCue(attribution, units) ??
    behindSpeaker(attribution, units) ??
    tailOf(attribution, units);
  if (!fronted || isContent(attribution, fronted)) return attribution;
  // "In an e-mail, he told the Post": the paper had it.
  const told = hops.filter(({ kind }) => kind === 'TOLD');
  return { ...attribution, hops: [...told, fronted, ...hops.filter(({ kind }) => kind !== 'TOLD')] };
}

/** "said A, | in a statement", "called for more money | in a statement" */
function tailOf({ content }: Attribution, units: readonly Unit[]): Hop | null {
  const end = unitFrom(units, content.at(-1)?.end ?? 0);
  return documentTail(units, units[end]?.text === ',' ? end + 1 : end, units.length);
}

/** '"A," said Ken Abara, the founder, | in an open letter': the document behind a speaker who stands behind his cue. */
function behindSpeaker({ cue, speaker }: Attribution, units: readonly Unit[]): Hop | null {
  if (!cue || !speaker || speaker.start < cue.end) return null;
  const comma = unitFrom(units, speaker.end);
  if (units[comma]?.text !== ',' || units[comma + 1]?.lower !== 'in') return null;
  return documentBetween(units, comma + 1, units.length);
}

/** The document between a cue and its content, or behind a cue whose content stands before it. */
function afterCue({ cue, content }: Attribution, units: readonly Unit[]): Hop | null {
  const first = content[0];
  if (!cue || !first) return null;
  const verb = unitFrom(units, cue.end) - 1;
  const next = content.find((piece) => piece.start >= cue.end);
  return documentAfter(units, verb, next ? unitFrom(units, next.start) : units.length);
}

/** Whether a claim inside a quotation is one for certain: it has a that-clause, "according to", a quotation of its own, or somebody told it. */
function isToldInside({ content, rule, cue, speaker }: Attribution, units: readonly Unit[], text: string): boolean {
  // "They told us the road was clear,"
  const isTold = cue !== null && /^(?:(?:had|have|has) )?told$/.test(text.slice(cue.start, cue.end));
  const isClause = content.every(
    ({ start, end }) => !/^(?:her|him|me|us|them|never|to|something|about|of)\b/i.test(text.slice(start, end)),
  );
  if (isTold && isClause && speaker !== null && speaker.end <= cue.start && rule === 'speaker-cue-content') return true;
  // "We were told by the referees they had it"
  const isToldBy = cue !== null && speaker !== null && speaker.start >= cue.end;
  if (isToldBy && isClause && /\b(?:was|were|been) told$/.test(text.slice(cue.start, cue.end))) return true;
  // "He just said it's not us."
  const isPlain = cue !== null && /^(?:\p{L}+ )?(?:said|says)$/u.test(text.slice(cue.start, cue.end));
  const isSentence =
    content.length === 1 &&
    /\S+\s+\S+\s+\S/.test(text.slice(content[0]!.start, content[0]!.end)) &&
    clauseFollows(units, unitFrom(units, content[0]!.start));
  if (isPlain && isClause && isSentence && speaker !== null && speaker.end <= cue.start) return true;
  return content.some(
    (piece) => rule.startsWith('according-to') || /^that\b|["“‘]/i.test(text.slice(piece.start, piece.end)),
  );
}

/** Who speaks of himself, or to whom he speaks. */
const isFirstPerson = ({ start, end }: Stretch, text: string): boolean =>
  /^(?:i|we|you|my|our|your)$/i.test(text.slice(start, end));

/** What a quotation of some length reports of others; what it says of itself ("I think") is the claim already. */
function attributeInside(document: LanguageDocument): Attribution[] {
  const found: Attribution[] = [];
  for (const quotation of document.quotations) {
    if (quotation.words < 8) continue;
    for (const sentence of readInside(document, quotation.innerStart, quotation.innerEnd, quotation.paragraph)) {
      for (const attribution of attributeSentence(sentence, document.source.text)) {
        const { speaker } = attribution;
        if (!isToldInside(attribution, sentence.units, document.source.text)) continue;
        if (speaker && !isFirstPerson(speaker, document.source.text)) found.push(attribution);
      }
    }
  }
  return found;
}

/** "This photo shows Ann Lee": what a picture shows, and nobody says. */
const isShown = ({ cue }: Attribution, text: string): boolean =>
  cue !== null && /^show/i.test(text.slice(cue.start, cue.end));

function textClaims(text: string, outlet: string | null): FoundClaim[] {
  const document = readDocument(text);
  const { sentences } = document;
  const foreign = foreignParagraphs(document);
  const captions = captionParagraphs(document);
  const bySentence = sentences.map((sentence) =>
    foreign.has(sentence.paragraph) ? [] : attributeSentence(sentence, document.source.text),
  );
  const turns = attributeTranscript(document);
  const posts = attributePosts(document);
  for (const [index, said] of turns) {
    if (!said || foreign.has(said.paragraph)) continue;
    // "I think so": the answer is the claim already.
    const others = bySentence[index]!.filter(
      ({ speaker }) => !speaker || !isFirstPerson(speaker, document.source.text),
    );
    bySentence[index] = [...others, said];
  }
  for (let index = 0; index < sentences.length; index += 1) {
    const opener = bySentence[index]!.find((attribution) => attribution.opensBlock);
    if (!opener) continue;
    for (const { sentence, attribution } of attributeBlock(
      opener,
      index,
      sentences,
      bySentence,
      document.source.text,
    )) {
      bySentence[sentence]!.push(attribution);
    }
  }
  // "Lee wrote:" and her post below it: who signs the post says it.
  for (const [index, { isSigned }] of posts)
    if (isSigned) bySentence[index] = bySentence[index]!.filter(({ rule }) => rule !== 'block');
  const found: Attribution[] = [];
  const silent = (index: number): Sentence | null => (bySentence[index]?.length === 0 ? sentences[index]! : null);
  const coverage = makeCoverage(bySentence.flat());
  for (const [index, sentence] of sentences.entries()) {
    const here = bySentence[index]!.map((attribution) => continueHops(attribution, found, document.source.text));
    const before = attributeBefore(sentence, here, silent(index - 1));
    bySentence[index - 1]?.push(...before);
    found.push(...here, ...before);
    if (!posts.has(index)) found.push(...attributeFloating(sentence, found, silent(index - 1), coverage.isCovered));
  }
  const assertions = sentences
    .filter(
      (sentence, index) =>
        bySentence[index]!.length === 0 &&
        !turns.has(index) &&
        !posts.has(index) &&
        !captions.has(sentence.paragraph) &&
        !isTeaser(sentence) &&
        !foreign.has(sentence.paragraph) &&
        !isAboutArticle(sentence, document.source.text),
    )
    .map(assertionOf)
    .filter((content) => content !== null && !coverage.touches(content.start, content.end));
  const posted = [...posts.values()].flatMap(({ said }) => said ?? []);
  const told = [...found, ...posted, ...attributeInside(document)].filter(
    (attribution) =>
      !foreign.has(attribution.paragraph) &&
      !(captions.has(attribution.paragraph) && isShown(attribution, document.source.text)) &&
      !hasNoContent(attribution, document.source.text),
  );
  const attributed = linkChains(withoutDoubles(told), document);
  return [
    ...toClaims(document, attributed, TextPart.TEXT),
    ...assertions.map((content) => toAssertion(document, content!, outlet)),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

function headlineClaims(headline: string): FoundClaim[] {
  const document = readDocument(headline);
  const found = document.sentences.flatMap((sentence) => attributeSentence(sentence, document.source.text));
  const attributed = found.length > 0 ? found : attributeHeadlineColon(document);
  const told = attributed.filter((attribution) => !hasNoContent(attribution, document.source.text));
  return toClaims(document, linkChains(withoutDoubles(told), document), TextPart.HEADLINE);
}
