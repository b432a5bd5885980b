import type { Unit } from '../../language/document.js';
import { lengthOf, lookUp, meaningsOf } from '../../language/en/gazetteer/index.js';
import { chunkEnd, phraseEnd } from '../../language/noun-phrase.js';
import { isTime } from '../../language/words.js';
import { ActorKind, TextPart } from '../values.js';
import { findSpelledOut } from './acronyms.js';
import type { ArticleIndex } from './article-index.js';
import { isGroupNoun, isPersonNoun } from './lexicon.js';
import { bodyReading, isQuoted, listedNameEnd, readPhrase, type PhraseReading } from './phrase.js';
import { isName } from './proper-name.js';
import type { Draft } from './draft.js';
import { isParticle } from './person-name.js';
import type { Registry } from './registry.js';

/** An actor named or described at one place; what pronouns are resolved against. */
export interface Mention {
  readonly draft: Draft;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly inQuotation: boolean;
  /** Whether it is the subject of its sentence, or stands at the beginning, where subjects stand. */
  readonly isFirst: boolean;
  /** "In Alameda, …": whether it begins its sentence and cannot be who is spoken of, as in "For Ann Lee, …". */
  readonly isBehindPreposition: boolean;
  /** Whether it is the subject of any verb. */
  readonly isSubject: boolean;
  /** Whether it only tells which thing is meant: "the | Kinder Morgan | pipeline". */
  readonly isModifier: boolean;
}

/** No phrase for several people has more words in front of what hangs on it. */
const longestGroup = 8;

const dayOrMonth =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|July|September|October|November|December)$/;

const startsName = (unit: Unit): boolean =>
  unit.pos === 'PROPN' && isName(unit) && /^\p{Lu}/u.test(unit.text) && !dayOrMonth.test(unit.text);

const isPerson = (draft: Draft): boolean =>
  draft.kind === ActorKind.PERSON || (draft.kind === ActorKind.UNKNOWN && draft.isNamed);

/** "spokeswoman | Hua Lin", "13-year-old | Jayme Closson": a role and an age stand before people's names only. */
function asPersonBehind(before: readonly Unit[], reading: PhraseReading): PhraseReading {
  const last = before.at(-1);
  const isAge = last?.lower === 'old' && before.at(-2)?.text === '-';
  return reading.name && reading.kind === ActorKind.UNKNOWN && last && (isAge || isSinglePerson(last))
    ? { ...reading, kind: ActorKind.PERSON }
    : reading;
}

/** Whether units[start..end) are the subject of a verb, by the tree. @param isMain whether only the sentence's own verb counts */
function isSubject(units: readonly Unit[], start: number, end: number, isMain = true): boolean {
  const [from, to] = [units[start]!.start, units[end - 1]!.end];
  const top = units.slice(start, end).find(({ head }) => head < from || head >= to);
  return (
    top !== undefined &&
    /^nsubj/.test(top.relation) &&
    (!isMain || units.some((unit) => unit.start === top.head && unit.relation === 'root'))
  );
}

function draftOf(reading: PhraseReading, units: readonly Unit[], text: string, registry: Registry): Draft | null {
  if (reading.name) return registry.named(reading);
  if (reading.head === null) return null;
  const before = units.slice(0, -1).map((unit) => unit.text);
  const known = reading.isDefinite ? registry.definite(before, reading.head) : null;
  return known ?? registry.described(reading, text);
}

/** End of the person whose somebody is: "the prisoner | 's sister"; null where nobody is told. */
function possessorIn(units: readonly Unit[], start: number, end: number): number | null {
  const mark = units.findIndex((unit, k) => k > start && k < end && unit.lower === "'s");
  if (mark < 0) return null;
  return readPhrase(units.slice(start, mark), false).kind === ActorKind.PERSON ? mark : null;
}

/** End of a body's name of several words that the gazetteer has, "Securities and Exchange Commission"; `start` where none begins. */
function knownBodyEnd(words: readonly string[], start: number): number {
  if (!/^\p{Lu}/u.test(words[start]!)) return start;
  const found = lookUp(words, start);
  const isBody = found !== 0 && meaningsOf(found).some(({ kind }) => kind !== 'COUNTRY');
  return isBody ? start + lengthOf(found) : start;
}

/** End of the run of capitals that begins at `start`, with a nickname inside it: 'Cleo "Bud" Wright'. */
function nameEnd(units: readonly Unit[], start: number): number {
  let end = start + 1;
  for (;;) {
    const isNext = units[end] !== undefined && startsName(units[end]!);
    const link = units[end]?.lower ?? '';
    const isJoined = (/^(?:of|&|-)$/.test(link) || isParticle(link)) && units[end + 1] && startsName(units[end + 1]!);
    const isNickname = isQuoted(units, end) && units[end + 3] && startsName(units[end + 3]!);
    const listed = units[end]?.text === ',' ? listedNameEnd(units.slice(start, end + 12), end - start) + start : end;
    if (listed > end) return listed;
    if (!isNext && !isJoined && !isNickname) return end;
    end += isNickname ? 3 : 1;
  }
}

/** End of a phrase for several people that is its sentence's subject, "several nurses"; `start` where none begins there. */
function groupEnd(units: readonly Unit[], start: number): number {
  if (
    !/^(?:DET|NUM|ADJ|NOUN)$/.test(units[start]!.pos) ||
    /^(?:DET|NUM|ADJ|NOUN|PROPN|PART)$/.test(units[start - 1]?.pos ?? '')
  )
    return start;
  const end = start + chunkEnd(units.slice(start, start + longestGroup), 0);
  const head = units[end - 1];
  // "The Almeidas"
  const isFamily = head?.xpos === 'NNPS' && end === start + 2 && units[start]!.lower === 'the';
  const isGroup = end > start && ((head!.xpos === 'NNS' && isGroupNoun(head!.lower)) || isFamily);
  return isGroup && isSubject(units, start, end) ? end : start;
}

const isSinglePerson = ({ pos, lower }: Unit): boolean => pos === 'NOUN' && isPersonNoun(lower) && !isGroupNoun(lower);

/** "In a video posted to Telegram, the commander said": the comma ends what stands in front, and opens no apposition. */
const closesFronted = (units: readonly Unit[], comma: number): boolean =>
  (units[0]!.pos === 'ADP' || /ing$/.test(units[0]!.lower)) &&
  comma < 24 &&
  units.slice(0, comma).every((unit) => unit.text !== ',');

/** Finds names, and people described by a role, over a whole text in order. Longest span wins. */
export function findMentions(index: ArticleIndex, registry: Registry): Mention[] {
  const { document } = index;
  const mentions: Mention[] = [];
  const { quotations, source } = document;
  let nextQuotation = 0;
  let first = 0;
  const spelledOut = findSpelledOut(document.tokens);
  for (const { acronym, name } of spelledOut.values()) registry.addAcronym(acronym, name);
  for (const [sentenceIndex, sentence] of document.sentences.entries()) {
    while (first < document.tokens.length && document.tokens[first]!.start < sentence.start) first += 1;
    const units: Unit[] = [];
    const from = first;
    for (let k = first; k < document.tokens.length && document.tokens[k]!.start < sentence.end; k += 1)
      units.push({ ...document.tokens[k]!, quotation: null });
    const words = units.map(({ text }) => text);
    for (let k = 0; k < units.length;) {
      let end = k;
      const isRole = units[k]!.pos === 'DET' || isPersonNoun(units[k]!.lower);
      const whole = spelledOut.get(from + k);
      const body = knownBodyEnd(words, k);
      if (whole && k + whole.length <= units.length) end = k + whole.length;
      else if (body > k + 1 && body <= units.length) end = body;
      else if (startsName(units[k]!)) {
        end = nameEnd(units, k);
      } else if (isRole && units[k]!.lower !== 'no' && units[k - 1]?.lower !== 'no') {
        // A window: a quotation is one sentence, however long.
        const before = Math.max(0, k - 4);
        let stop = before + phraseEnd(units.slice(before, k + 24), k - before);
        for (let m = k; m < stop; m += 1) if (/^(?:,|\(|who|which|that)$/.test(units[m]!.lower)) stop = m;
        const reading = stop > k ? readPhrase(units.slice(k, stop), false) : null;
        if (reading && reading.kind === ActorKind.PERSON) end = stop;
      }
      if (end === k) end = groupEnd(units, k);
      if (end === k) {
        k += 1;
        continue;
      }
      const reading = whole
        ? bodyReading(whole.name)
        : asPersonBehind(units.slice(Math.max(0, k - 3), k), readPhrase(units.slice(k, end), false));
      const start = units[k]!.start;
      while (nextQuotation < quotations.length && quotations[nextQuotation]!.end <= start) nextQuotation += 1;
      const span = source.toOriginal(start, units[end - 1]!.end);
      const text = source.original.slice(span.start, span.end);
      registry.readFrom(span.start);
      const draft = draftOf(reading, units.slice(k, end), text, registry);
      if (draft) {
        if (reading.name) registry.mention(draft, { ...span, text, in: TextPart.TEXT });
        const inQuotation = nextQuotation < quotations.length && quotations[nextQuotation]!.start <= start;
        const previous = mentions.at(-1);
        const apposed =
          previous !== undefined &&
          k > 0 &&
          units[k - 1]!.text === ',' &&
          // "It will close in April, the mayor said."
          !isTime(units[k - 2]) &&
          !(closesFronted(units, k - 1) && units[end]?.text !== ',') &&
          previous.sentence === sentenceIndex &&
          previous.end === source.toOriginal(units[k - 1]!.start, units[k - 1]!.end).start;
        let who = draft;
        if (
          apposed &&
          previous.draft !== draft &&
          isPerson(previous.draft) &&
          isPerson(draft) &&
          previous.draft.isNamed !== draft.isNamed
        ) {
          // "Ann Lee, the mayor," and "the mayor, Ann Lee": one person.
          const [named, role] = draft.isNamed ? [draft, previous.draft] : [previous.draft, draft];
          registry.merge(role, named);
          mentions[mentions.length - 1] = { ...previous, draft: named };
          who = named;
        }
        const possessor = reading.name === null ? possessorIn(units, k, end) : null;
        if (possessor) {
          const whose = readPhrase(units.slice(k, possessor), false);
          const owner = source.toOriginal(start, units[possessor - 1]!.end);
          const words = source.original.slice(owner.start, owner.end);
          const found = draftOf(whose, units.slice(k, possessor), words, registry)!;
          mentions.push({
            ...owner,
            draft: found,
            sentence: sentenceIndex,
            paragraph: sentence.paragraph,
            inQuotation,
            isFirst: false,
            isBehindPreposition: false,
            isSubject: false,
            isModifier: false,
          });
        }
        mentions.push({
          draft: who,
          ...span,
          sentence: sentenceIndex,
          paragraph: sentence.paragraph,
          inQuotation,
          isFirst: k <= 2 || isSubject(units, k, end),
          isBehindPreposition: k > 0 && k <= 2 && units[k - 1]!.pos === 'ADP' && units[k - 1]!.lower !== 'for',
          isSubject: isSubject(units, k, end, false),
          isModifier: reading.name !== null && units[end]?.pos === 'NOUN' && /^\p{Ll}/u.test(units[end]!.text),
        });
      }
      k = end;
    }
  }
  return mentions;
}
