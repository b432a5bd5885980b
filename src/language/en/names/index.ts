import type { NameKind } from '../../syntax/names/bilou.js';
import type { TaggedWords } from '../../syntax/names/lexicon.js';
import { readNameModel } from '../../syntax/names/model.js';
import { NameTagger } from '../../syntax/names/name-tagger.js';
import { lengthOf, lookUp, meaningsOf, type Meaning } from '../gazetteer/index.js';
import { weightsFile } from '../weights.js';
import { englishNames } from './lexicon.js';

/** What the gazetteer knows of a name. */
export interface KnownName {
  /** Null where the id could not be checked. */
  readonly wikidata: string | null;
  /** ISO 3166-1 alpha-2 of a country, also of the one whose capital it is; null for others. */
  readonly iso: string | null;
}

/** A name in a sentence: words from `start`, `end` exclusive. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  /** Between 0 and 1, about the part of names as sure as this one that are right. */
  readonly confidence: number;
  readonly gazetteer: KnownName | null;
}

let tagger: NameTagger | undefined;

/**
 * The names of persons, organisations and places in each sentence of one document. They are proposals: later stages,
 * which know more of the article, decide. Give the whole document at once, since a name is told by its clearest
 * mention. The model is read at the first call.
 */
export function findNames(sentences: readonly TaggedWords[]): FoundName[][] {
  if (!tagger) {
    const { weights, calibration } = readNameModel(weightsFile('names.bin'));
    tagger = new NameTagger(weights, englishNames, calibration);
  }
  return tagger
    .findNames(sentences)
    .map((names, number) => names.map((name) => ({ ...name, gazetteer: knownName(sentences[number].words, name) })));
}

const fits: Readonly<Record<NameKind, (meaning: Meaning) => boolean>> = {
  PERSON: () => false,
  PLACE: ({ kind, sense }) => kind === 'COUNTRY' && (sense === 'NAME' || sense === 'CAPITAL'),
  // "Russia" may be tagged as an organisation where it acts.
  ORGANIZATION: ({ kind, sense }) => kind !== 'COUNTRY' || sense === 'NAME' || sense === 'SEAT',
};

/** What the gazetteer has for the whole name, of a meaning that its kind allows. */
function knownName(words: readonly string[], name: { start: number; end: number; kind: NameKind }): KnownName | null {
  const from = words[name.start].toLowerCase() === 'the' && name.end - name.start > 1 ? name.start + 1 : name.start;
  const found = lookUp(words, from);
  if (found === 0 || from + lengthOf(found) !== name.end) return null;
  const meaning = meaningsOf(found).find(fits[name.kind]);
  return meaning ? { wikidata: meaning.wikidata, iso: meaning.iso } : null;
}
