import type { Unit } from '../../language/document.js';
import { phraseEnd } from '../../language/noun-phrase.js';
import { isTime } from '../../language/words.js';
import { ActorKind, TextPart } from '../values.js';
import type { ArticleIndex } from './article-index.js';
import { isPersonNoun } from './lexicon.js';
import { readPhrase } from './phrase.js';
import { isName } from './proper-name.js';
import type { Draft } from './draft.js';
import type { Registry } from './registry.js';

/** An actor named or described at one place; what pronouns are resolved against. */
export interface Mention {
  readonly draft: Draft;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly inQuotation: boolean;
  /** Whether it stands at the beginning of its sentence, where subjects stand. */
  readonly isFirst: boolean;
}

const startsName = (unit: Unit): boolean => unit.pos === 'PROPN' && isName(unit) && /^\p{Lu}/u.test(unit.text);

const isPerson = (draft: Draft): boolean =>
  draft.kind === ActorKind.PERSON || (draft.kind === ActorKind.UNKNOWN && draft.isNamed);

/** "Port Safety Board (PSB)": a name, then its initials in brackets. */
function noteAcronyms(units: readonly Unit[], registry: Registry): void {
  for (let k = 2; k + 2 < units.length; k += 1) {
    if (units[k]!.text !== '(' || units[k + 2]!.text !== ')' || !/^[\p{Lu}&.-]{2,8}$/u.test(units[k + 1]!.text))
      continue;
    const letters = units[k + 1]!.text.replace(/[^\p{Lu}]/gu, '');
    let start = k;
    while (
      start > 0 &&
      start > k - 12 &&
      (/^\p{Lu}/u.test(units[start - 1]!.text) || /^(?:of|for|the|and|on|&|-|,)$/.test(units[start - 1]!.lower))
    )
      start -= 1;
    // The longest run to the left whose first letter fits the first initial.
    while (start < k && units[start]!.text[0] !== letters[0]) start += 1;
    if (k - start >= 2)
      registry.addAcronym(
        units[k + 1]!.text,
        units
          .slice(start, k)
          .map((unit) => unit.text)
          .join(' '),
      );
  }
}

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
  for (const [sentenceIndex, sentence] of document.sentences.entries()) {
    while (first < document.tokens.length && document.tokens[first]!.start < sentence.start) first += 1;
    const units: Unit[] = [];
    for (let k = first; k < document.tokens.length && document.tokens[k]!.start < sentence.end; k += 1)
      units.push({ ...document.tokens[k]!, quotation: null });
    noteAcronyms(units, registry);
    for (let k = 0; k < units.length;) {
      let end = k;
      const isRole = units[k]!.pos === 'DET' || isPersonNoun(units[k]!.lower);
      if (startsName(units[k]!)) {
        end = k + 1;
        while (
          end < units.length &&
          (startsName(units[end]!) ||
            (units[end]!.text === '-' && units[end + 1] !== undefined && startsName(units[end + 1]!)) ||
            (/^(?:of|and|&|for)$/.test(units[end]!.lower) &&
              units[end + 1] !== undefined &&
              startsName(units[end + 1]!) &&
              end > k &&
              /^(?:of|&)$/.test(units[end]!.lower)))
        )
          end += 1;
      } else if (isRole && units[k]!.lower !== 'no' && units[k - 1]?.lower !== 'no') {
        // A window: a quotation is one sentence, however long.
        const from = Math.max(0, k - 4);
        let stop = from + phraseEnd(units.slice(from, k + 24), k - from);
        for (let m = k; m < stop; m += 1) if (/^(?:,|\(|who|which|that)$/.test(units[m]!.lower)) stop = m;
        const reading = stop > k ? readPhrase(units.slice(k, stop), false) : null;
        if (reading && reading.kind === ActorKind.PERSON) end = stop;
      }
      if (end === k) {
        k += 1;
        continue;
      }
      const reading = readPhrase(units.slice(k, end), false);
      const start = units[k]!.start;
      while (nextQuotation < quotations.length && quotations[nextQuotation]!.end <= start) nextQuotation += 1;
      const span = source.toOriginal(start, units[end - 1]!.end);
      const text = source.original.slice(span.start, span.end);
      const draft = reading.name
        ? registry.named(reading)
        : reading.head
          ? ((reading.isDefinite ? registry.definite(reading.head) : null) ?? registry.described(reading, text))
          : null;
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
        mentions.push({
          draft: who,
          ...span,
          sentence: sentenceIndex,
          paragraph: sentence.paragraph,
          inQuotation,
          isFirst: k <= 2,
        });
      }
      k = end;
    }
  }
  return mentions;
}
