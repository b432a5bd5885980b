import { cleanLine, comparable } from './clean.js';
import { readDate, type PublicationTime } from './date.js';

/** A plain-text document taken apart. */
export interface TextParts {
  /** null when the first line is too long to be one. */
  readonly headline: string | null;
  readonly published: PublicationTime | null;
  readonly byline: string | null;
  /** Paragraphs separated by one blank line. */
  readonly text: string;
}

/** Characters; a longer first line is a paragraph. */
const LONGEST_HEADLINE = 300;

const bylineLine =
  /^(?:By|BY|by) (\p{Lu}[\p{L}.'’-]*(?: (?:(?:and|de|van|von|bin|al) )?\p{Lu}[\p{L}.'’-]*){1,6}(?:, [\p{L} ]{1,40})?)$/u;

/** "By Jane Doe" alone on its line. Every word wants a capital, so "By Sunday it was over" is none. Known failure: "By Sunday Evening". */
function readBylineLine(line: string): string | null {
  if (line.length > 100 || /\p{Ll}{3,}\.$/u.test(line)) return null;
  return bylineLine.exec(line)?.[1] ?? null;
}

/**
 * Where lines end because of a fixed width, they are joined; else each is a paragraph of its own.
 * Example: lines of 72, 70 and 31 characters, broken inside sentences, are one paragraph.
 * Known failure: a list of long items without full stops reads as one paragraph.
 */
function joinWrapped(block: readonly string[]): readonly string[] {
  const broken = block.slice(0, -1);
  const isWrapped =
    block.every((line) => line.length <= 100) &&
    broken.every((line) => line.length >= 50) &&
    broken.some((line) => !/[.!?:][”"’')]*$/.test(line));
  return isWrapped ? [block.join(' ')] : block;
}

function paragraphs(lines: readonly string[]): string[] {
  const result: string[] = [];
  let block: string[] = [];
  for (const line of [...lines, '']) {
    if (line !== '') block.push(line);
    else if (block.length > 0) {
      for (const paragraph of joinWrapped(block)) result.push(paragraph);
      block = [];
    }
  }
  return result;
}

/**
 * Takes plain text apart: the headline on the first line, then lines that are only a date or a byline, then the body.
 * @param declaredHeadline when there is one, everything is body, but for a first line that repeats it
 */
export function readText(content: string, declaredHeadline: string | null): TextParts {
  const lines = content.split(/\r\n|[\n\r\u2028\u2029]/).map(cleanLine);
  let next = 0;
  const skipBlank = (): void => {
    while (next < lines.length && lines[next] === '') next += 1;
  };
  skipBlank();
  let headline = declaredHeadline;
  const first = lines[next] ?? '';
  if (declaredHeadline === null) {
    headline = first !== '' && first.length <= LONGEST_HEADLINE ? first : null;
    next += 1;
  } else if (comparable(first) === comparable(declaredHeadline)) next += 1;

  let published: PublicationTime | null = null;
  let byline: string | null = null;
  for (skipBlank(); next < lines.length; skipBlank()) {
    const line = lines[next] ?? '';
    const date: PublicationTime | null = published ? null : readDate(line);
    const name: string | null = byline ? null : readBylineLine(line);
    if (!date && !name) break;
    published ??= date;
    byline ??= name;
    next += 1;
  }
  return { headline, published, byline, text: paragraphs(lines.slice(next)).join('\n\n') };
}
