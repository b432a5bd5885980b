import { cleanLine, decodeReferences } from './clean.js';

/** How many times longer than what was found on the page a declared text must be to count as the whole of it. */
const MUCH_LONGER = 2;

/** Characters; ten times the longest reports. */
const LONGEST_BODY = 500_000;

/** Ends of texts that were cut off: "…", "...", "[+120 chars]", "Read more". */
const cutOff = /(?:…|\.\.\.|\[…\]|\[\+?\d+ ?chars?\])\s*$/i;

const breaks = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr)\b[^<>]{0,300}>|[\r\n\u2028\u2029]+/gi;
const tags = /<\/?[a-z][^<>]{0,1000}>/gi;

/** The paragraphs of schema.org articleBody: plain text with line breaks, or HTML. None when it is missing. */
export function readArticleBody(declared: string | null): readonly string[] {
  const body = (declared ?? '').slice(0, LONGEST_BODY);
  const isMarkup = /<\/?(?:p|br|div)\b/i.test(body) || /&lt;\/?(?:p|br|div)\b/i.test(body);
  const source = isMarkup ? decodeReferences(body) : body;
  return source
    .replace(breaks, '\n')
    .split('\n')
    .map((line) => cleanLine(decodeReferences(line.replace(tags, ''))))
    .filter((line) => line !== '');
}

/**
 * Whether the declared text is better than the paragraphs found: the page shows nearly nothing, or the declared text is
 * whole and more than twice as long. A text that was cut off is never more than the page shows.
 * Example: a page that a script fills, with the whole text in its JSON-LD.
 * Known failure: a declared text without paragraphs, which comes as one.
 */
export function isBetter(declared: readonly string[], found: readonly string[], isShort: boolean): boolean {
  const length = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);
  const isLonger = length(declared) > length(found);
  if (isShort) return isLonger;
  return !cutOff.test(declared.at(-1) ?? '') && length(declared) > MUCH_LONGER * length(found);
}
