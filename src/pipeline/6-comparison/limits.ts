import { ClaimKind, type ComparisonLimit, type SourceCoverage } from '../values.js';
import { fewestArticles } from './bootstrap.js';
import type { EventView } from './event-view.js';

/** Parts of a comparison that this version doesn't compute. */
const notComputed: readonly ComparisonLimit[] = [
  { code: 'CUES_NOT_COMPUTED', sentence: 'Reporting words (neutral, doubting, accusing …) were not compared between outlets.' },
  { code: 'LABELS_NOT_COMPUTED', sentence: 'What each outlet calls the same actor or thing was not compared.' },
  { code: 'WORDING_NOT_COMPUTED', sentence: "What sets an outlet's own wording apart was not computed." },
  { code: 'TONE_NOT_COMPUTED', sentence: 'Tone toward actors was not computed.' },
  { code: 'AGENCY_NOT_COMPUTED', sentence: 'Active, passive and agentless wording was not compared.' },
  { code: 'FRAMES_NOT_COMPUTED', sentence: 'Frame cues were not computed.' },
  { code: 'HEADLINES_NOT_COMPUTED', sentence: 'Headlines were not compared with the texts under them.' },
  { code: 'PARTITIONS_NOT_COMPUTED', sentence: 'Outlets were compared one by one, not by country, kind, owner or rating.' },
  { code: 'DIFFERENCES_NOT_TESTED', sentence: 'Differences between outlets were not tested for significance; only voices have a measure of chance.' },
  {
    code: 'MATCHING_FALLIBLE',
    sentence:
      'Claims were matched by their words, figures and days. The same content in quite other words is not recognised, so agreement is undercounted and a blindspot may be a paraphrase; each shows the nearest sentence.',
  },
]; // prettier-ignore

/** What was not computed and why, and what limits what was. Names outlets by their ids. */
export function limitsOf(view: EventView, coverage: readonly SourceCoverage[]): ComparisonLimit[] {
  const limits: ComparisonLimit[] = [];
  const listed = (code: string, ids: readonly string[], sentence: (names: string) => string): void => {
    if (ids.length > 0) limits.push({ code, sentence: sentence(ids.join(', ')) });
  };
  const names = new Map(view.sources.map((source) => [source.id, source.name]));
  const where = (test: (each: SourceCoverage) => boolean): string[] =>
    coverage.filter(test).map((each) => names.get(each.sourceId) ?? each.sourceId);
  listed(
    'NO_COVERAGE',
    where((each) => each.articles === 0),
    (list) => `No article on this event is held from: ${list}.`,
  );
  listed(
    'FEW_ARTICLES',
    where((each) => each.articles > 0 && each.independentArticles < fewestArticles),
    (list) => `Fewer than ${fewestArticles} independent articles, so estimates are not reliable: ${list}.`,
  );
  listed(
    'WIRE_COPIES_ONLY',
    where((each) => each.articles > 0 && each.independentArticles === 0),
    (list) => `Only wire copies, which count once, for their original: ${list}.`,
  );
  const truncated = [...view.article.values()].filter((article) => article.isTruncated);
  listed(
    'TEXTS_TRUNCATED',
    [...new Set(truncated.map((article) => names.get(article.sourceId)!))],
    (list) => `Texts were cut off, so what is missing there may only be missing here: ${list}.`,
  );
  const unread = [...view.article.values()].filter((article) => article.isUnread);
  listed(
    'TEXTS_NOT_READ',
    [...new Set(unread.map((article) => names.get(article.sourceId)!))],
    (list) =>
      `No claims were looked for in ${unread.length} of ${view.article.size} texts, being in another language than English or too long; nothing is said of what stands there: ${list}.`,
  );
  const attributed = [...view.claimsOf.values()].flat().filter((claim) => claim.kind !== ClaimKind.ASSERTION);
  const unknown = attributed.filter((claim) => claim.speakerId === null).length;
  if (unknown > 0) {
    limits.push({
      code: 'SPEAKERS_UNKNOWN',
      sentence: `The speaker of ${unknown} of ${attributed.length} attributed claims is not known; they count in no outlet's diversity.`,
    });
  }
  return [...limits, ...notComputed];
}
