import { detectLanguage } from './detection/index.js';
import type { LanguageDocument } from './document.js';
import { isPlainlyNotEnglish } from './english.js';

/** In fewer letters nothing is said of a language. */
const fewestLetters = 60;

/**
 * Paragraphs of an English text that are in another language, quotations left aside: rules for English may not read them. A paragraph
 * that has the usual share of English function words is not looked at further.
 * @returns their indexes
 */
export function foreignParagraphs({ source, paragraphs, quotations }: LanguageDocument): ReadonlySet<number> {
  const foreign = new Set<number>();
  let next = 0;
  for (const [index, { start, end }] of paragraphs.entries()) {
    let own = '';
    let from = start;
    while (next < quotations.length && quotations[next]!.start < end) {
      const quotation = quotations[next]!;
      next += 1;
      if (quotation.start < from) continue;
      own += `${source.text.slice(from, quotation.start)} `;
      from = quotation.end;
    }
    own += source.text.slice(Math.min(from, end), end);
    if (end - start < fewestLetters || !isPlainlyNotEnglish(own)) continue;
    const language = (own.match(/\p{L}/gu)?.length ?? 0) >= fewestLetters ? detectLanguage(own) : null;
    // In a script that English is not written in a few words are enough.
    if (language === null ? /^[^A-Za-z]+$/.test(own) : language !== 'en') foreign.add(index);
  }
  return foreign;
}
