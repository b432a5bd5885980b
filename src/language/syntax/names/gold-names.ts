import type { TreebankSentence } from '../conllu.js';
import { nameKinds, type NameKind, type NameSpan } from './bilou.js';

/** A mention of something as GUM's Entity layer marks it: the whole noun phrase, words from `start`, `end` exclusive. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** GUM's type: "person", "organization", "place", "abstract" … */
  readonly type: string;
}

/**
 * The mentions of a sentence, from column 10: "Entity=(8-organization-new-…(9-place-…" opens two, "9)8)" closes them
 * (A. Zeldes, https://gucorpling.org/gum/coref.html). A mention in pieces ("[1/2]" after its number) is left out.
 */
export function mentionsOf(sentence: TreebankSentence): Mention[] {
  const mentions: Mention[] = [];
  const open: { id: string; start: number; type: string }[] = [];
  sentence.misc.forEach((misc, index) => {
    for (const [, opened, id, type, closed] of (misc.get('Entity') ?? '').matchAll(
      /(\(([^-()]+)-([^-()]*)[^()]*)|([^()]+)?\)/g,
    )) {
      if (opened !== undefined) open.push({ id, start: index, type });
      // "(1-person-…)" closes what it has just opened and doesn't repeat the number.
      const at = opened === undefined ? open.findLastIndex((one) => closed === undefined || one.id === closed) : -1;
      if (at < 0) continue;
      const [{ id: number, start, type: kind }] = open.splice(at, 1);
      if (!number.includes('[')) mentions.push({ start, end: index + 1, type: kind });
    }
  });
  return mentions;
}

/** Words inside names of people: "Charles de Gaulle". */
const particles = new Set(['de', 'del', 'la', 'du', 'des', 'von', 'van', 'der', 'den', 'al', 'bin', 'el']);
/** Words that hold other names together after the head: "University of Portsmouth", "Bank for International Settlements". */
const joints = new Set(['of', 'for', 'and', '&', 'the', ...particles]);
const marks = new Set(['-', '–', '/', '.', '’', "'"]);

/**
 * The names of a sentence, for training and scoring: mentions of persons, organisations and places whose head is a
 * proper noun, cut down to the name. Mentions are whole phrases ("former President X, who …", "University of X, UK"),
 * which no user of names wants: the name is the run of proper nouns around the head, with the words that join them.
 *
 * Of nested mentions the outermost counts, since a speaker is "Portsmouth University", not Portsmouth. But a mention
 * that only owns ("Japan's foreign minister") is a name of its own, left out of the outer one.
 */
export function goldNames(sentence: TreebankSentence): NameSpan[] {
  const mentions = mentionsOf(sentence).sort((a, b) => a.start - b.start || b.end - a.end);
  const names: NameSpan[] = [];
  const taken = new Uint8Array(sentence.words.length);
  // Longer first, so that the outermost is cut first; what it leaves is the inner ones'.
  for (const mention of [...mentions].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    const kind = mention.type.toUpperCase();
    if (!isKind(kind)) continue;
    const head = headOf(sentence, mention);
    if (sentence.upos[head] !== 'PROPN') continue;
    const { start, end } = nameAround(sentence, mention, head, mentions);
    if (taken.subarray(start, end).some((one) => one === 1)) continue;
    taken.fill(1, start, end);
    names.push({ start, end, kind });
  }
  return names.sort((a, b) => a.start - b.start);
}

const isKind = (kind: string): kind is NameKind => (nameKinds as readonly string[]).includes(kind);

/** The word whose head is outside the mention; the first, where several are. */
function headOf({ heads }: TreebankSentence, { start, end }: Mention): number {
  for (let index = start; index < end; index += 1) if (heads[index] <= start || heads[index] > end) return index;
  return start;
}

function nameAround(
  sentence: TreebankSentence,
  { start: first, end: limit, type }: Mention,
  head: number,
  mentions: readonly Mention[],
): { start: number; end: number } {
  const lower = (index: number): string => sentence.words[index].text.toLowerCase();
  const isAnd = (index: number): boolean => /^(?:and|&)$/.test(lower(index));
  const isProper = (index: number): boolean => /^NNPS?$/.test(sentence.xpos[index]) || sentence.upos[index] === 'PROPN';
  const holds = (index: number): boolean =>
    marks.has(lower(index)) || (type === 'person' ? particles : joints).has(lower(index));
  /** Whether a word stands between two mentions: "the Navy and the Army", "Japan's prime minister". */
  const divides = (index: number): boolean =>
    mentions.some(({ start, end }) => (end === index || end === index + 1) && start >= first) &&
    (sentence.xpos[index] === 'POS' || mentions.some(({ start }) => start === index + 1));
  let start = head;
  for (let index = head - 1; index >= first; index -= 1) {
    if (isProper(index)) start = index;
    else if (sentence.xpos[index] === 'POS' ? divides(index) : !holds(index) || (isAnd(index) && divides(index))) break;
  }
  let end = head + 1;
  for (let index = head + 1; index < limit; index += 1) {
    if (isProper(index)) end = index + 1;
    else if (sentence.xpos[index] === 'POS') continue;
    else if (!holds(index) || (isAnd(index) && divides(index))) break;
  }
  return { start, end };
}
