/** "DUNMARROW", "NEW ORREL", "ST. VELD": a place in capitals. */
const place = "\\p{Lu}[\\p{Lu}.'-]{2,24}(?: \\p{Lu}[\\p{Lu}.'-]{1,24}){0,3}";
/** ", Norway", ", March 25", "/ORREL". */
const more = "(?:(?:, ?|/| and )[\\p{Lu}][\\p{L}.']{1,20}(?: [\\p{L}\\p{N}.']{1,20}){0,2}){0,3}";
/** "(Fairwater Wire)". */
const agency = '\\([^()\\n]{2,40}\\)';
/** A dash after which a sentence begins. */
const dash = '(?: ?[—–―]| --?| ?---?) ?(?=[\\p{Lu}\\p{N}"“‘\'])';

/** With an agency in brackets the place may be in small letters: "Orrel (Fairwater Wire) - Two people …". */
const datelines = new RegExp(
  `(?:${place}${more}(?:,? ${agency})?|\\p{Lu}[\\p{L}.'-]{1,24}(?: \\p{Lu}[\\p{L}.'-]{1,24}){0,3}${more} ${agency}|${agency})${dash}`,
  'uy',
);

/**
 * Where the text of a paragraph begins after its dateline. Every part is of bounded length, so the look is too.
 * Example: "DUNMARROW, March 25 (Fairwater Wire) — A tank burst" -> before "A tank".
 * Known failure: a dateline in small letters without an agency ("Dunmarrow — A tank burst") stays.
 * @param text the normalised text @param start @param end the paragraph in it
 * @returns `start` where there is no dateline
 */
export function datelineEnd(text: string, start: number, end: number): number {
  datelines.lastIndex = start;
  return datelines.test(text) && datelines.lastIndex < end ? datelines.lastIndex : start;
}
