import type { Sentence } from '../../../language/document.js';

const piece = '(?:article|story|report|post|piece|page|headline|caption|column|review|transcript|version|blog)';
const changed =
  '(?:amended|updated|corrected|changed|edited|revised|published|republished|produced|written|translated|first published|originally published|removed)';

/** How sentences begin that speak of the article they stand in, or of what its reader may do. */
const notes = new RegExp(
  [
    `^(?:this|the|our) (?:original )?(?:[\\p{L}]+ )?${piece} (?:was|has been|is|will be) (?:\\p{L}+ )?${changed}\\b`,
    `^(?:an?|the|our|this) (?:earlier|previous|original|first|prior) (?:version|edition) of (?:this|the|our)\\b`,
    "^(?:correction|corrections|clarification|editor's note|editors' note|update|updated|note to readers|disclosure)\\b ?[:(—-]",
    `^this (?:\\p{L}+ )?${piece} (?:originally|previously|first|incorrectly|contains|includes|appeared|appears)\\b`,
    '^(?:reporting|additional reporting|editing|writing|compiled|graphic|graphics) by\\b',
    '^(?:copyright|©|all rights reserved|sign up|subscribe|follow us|click here|read more|scroll down|story continues|article continues)\\b',
  ].join('|'),
  'iu',
);

/**
 * "This article was amended on 3 May": a note on the article itself, whose subject is not the news.
 * Known failure: a report about another outlet's correction that begins like one.
 * @param text the normalised text
 */
export function isAboutArticle(sentence: Sentence, text: string): boolean {
  return notes.test(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 160)));
}
