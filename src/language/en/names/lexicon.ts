import { lengthOf as placeLengthOf, Phrases, wordsOf, writing } from '../../syntax/names/phrases.js';
import type { NameLexicon } from '../../syntax/names/lexicon.js';
import { lengthOf, lookUp, meaningsOf, type Meaning } from '../gazetteer/index.js';
import { clusterOf } from '../word-clusters.js';
import { firstNames } from './first-names.js';
import { organizationWords, places, placeWords, roles, titles } from './word-lists.js';

const first = 1;
const title = 2;

/** The lists that a word is on, as bits. */
const bits = new Map<string, number>();
for (const [list, bit] of [
  [firstNames, first],
  [titles, title],
  [roles, 4],
  [organizationWords, 8],
  [placeWords, 16],
] as const) {
  for (const word of wordsOf(list)) bits.set(word, (bits.get(word) ?? 0) | bit);
}

const placePhrases = new Phrases();
for (const place of places.split(';')) placePhrases.add(place, writing.capitalised);

/** The sort of a phrase as a number from 1; ambiguous ones are sorts of their own. */
function sortOf(meanings: readonly Meaning[]): number {
  const [{ kind, sense, isAmbiguous }] = meanings;
  const sort =
    kind === 'ORGANIZATION'
      ? 1
      : kind === 'MEDIUM'
        ? 2
        : { NAME: 3, PART: 3, CAPITAL: 4, SEAT: 5, ADJECTIVE: 6, PERSON: 7, PEOPLE: 7 }[sense];
  return sort * 2 + (isAmbiguous ? 1 : 0);
}
const otherPlace = 16;

/** What English knows of words for the name tagger: lists of first names, titles, roles and head words, and the gazetteer. */
export const englishNames: NameLexicon = {
  before: title,
  first,

  readLists(words, lists) {
    for (let index = 0; index < words.length; index += 1) lists[index] = bits.get(words[index].toLowerCase()) ?? 0;
  },

  readPhrases(words, phrases) {
    let index = 0;
    while (index < words.length) {
      let length = 1;
      const found = lookUp(words, index);
      let sort = 0;
      if (found !== 0) {
        length = lengthOf(found);
        sort = sortOf(meaningsOf(found));
      } else {
        const place = placePhrases.lookUp(words, index);
        if (place !== 0) {
          length = placeLengthOf(place);
          sort = otherPlace;
        }
      }
      // The only word, the first, one inside or the last one of a phrase.
      if (sort !== 0) {
        if (length === 1) phrases[index] = sort * 4;
        else
          for (let at = 0; at < length; at += 1)
            phrases[index + at] = sort * 4 + (at === 0 ? 1 : at < length - 1 ? 2 : 3);
      }
      index += length;
    }
  },

  clustersOf(word) {
    const fine = clusterOf(word);
    return { coarse: fine === 0 ? 0 : ((fine - 1) >> 4) + 1, fine };
  },
};
