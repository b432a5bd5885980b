import { withoutLinkLists } from '../../language/en/furniture/link-lists.js';
import { normalise } from '../../language/normalise.js';
import { adherents, isGroupNoun } from './lexicon.js';

/** "a citizen | , whose name is redacted" */
const aside = /(?<=\S) ?, ?(?:who|whose|which)\b.*$/su;
/** "an aide | who spoke on condition of anonymity" */
const unnamedClause =
  / who (?:spoke|asked|requested|insisted|declined|refused|wished|wanted)\b.*(?:anonym|named|identified|publicly).*$/su;

/**
 * What somebody without a name is called by a description: "A senior official, who asked not to be named" is "a senior official".
 * @returns the words kept as they stand, and how they read inside a sentence
 */
export function nameOfDescription(words: string): { text: string; description: string } {
  // What is only told of him, and why he is not named, is no part of what he is called.
  const text = withoutLinkLists(words).replace(aside, '').replace(unnamedClause, '');
  const description = normalise(text)
    .text.replace(/\s+/g, ' ')
    .replace(
      /^(?:the|an?|some|many|several|two|three|four|other|both|all|most|these|those|about|another|one|his|her|their|its) /i,
      (word) => word.toLowerCase(),
    )
    // "Residents said": the capital is the sentence's.
    .replace(/^\p{Lu}\p{Ll}+/u, (word) =>
      isGroupNoun(word.toLowerCase()) && !adherents.has(word.toLowerCase().replace(/s$/, ''))
        ? word.toLowerCase()
        : word,
    );
  return { text, description };
}
