/** Elements that hold nothing, or that the next one of their kind closes. */
const uncounted = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th tbody thead tfoot option optgroup colgroup html head body'
  ).split(' '),
);

/** Elements whose content is text, whatever tags it seems to hold. */
const rawText = new Set(['script', 'style', 'textarea', 'title']);

const tag = /<(\/?)([a-z][a-z0-9-]*)/iy;

/** What a parser would have to build. */
export interface SourceSize {
  /** An upper estimate of how deep elements are nested. */
  readonly depth: number;
  /** Tags, comments and stray `<` outside scripts. */
  readonly tags: number;
  /** An upper estimate of how many names, attributes and classes stand in tags. */
  readonly words: number;
  /** Characters outside tags and scripts. */
  readonly text: number;
  /** Character references outside scripts; a parser makes a piece of text of each. */
  readonly references: number;
}

/**
 * Measures a page from its source in one pass, before parsing: parsers of HTML take time that grows with the square of the
 * depth, and memory with the number of tags.
 * Known failure: `<font>` and the like left open count until the end of the page, as they do for a parser.
 */
export function measureSource(html: string): SourceSize {
  let depth = 0;
  let deepest = 0;
  let tags = 0;
  let words = 0;
  let at = html.indexOf('<');
  let text = at === -1 ? html.length : at;
  let references = countReferences(html.slice(0, text));
  const lower = html.toLowerCase();
  while (at !== -1) {
    let start = at + 1;
    let isRaw = true;
    tags += 1;
    tag.lastIndex = at;
    const found = tag.exec(html);
    const name = (found?.[2] ?? '').toLowerCase();
    if (html.startsWith('<!--', at)) start = after(lower, '-->', at + 4);
    else if (found?.[1] !== '/' && rawText.has(name)) start = after(lower, `</${name}`, at);
    else isRaw = false;
    if (found && !isRaw && !uncounted.has(name)) depth = Math.max(0, depth + (found[1] === '/' ? -1 : 1));
    deepest = Math.max(deepest, depth);
    const next = html.indexOf('<', start);
    if (!isRaw) {
      const piece = html.slice(at, next === -1 ? html.length : next);
      const end = piece.indexOf('>');
      words += countWords(end === -1 ? piece : piece.slice(0, end));
      references += countReferences(piece);
      if (end !== -1) text += piece.length - end - 1;
    }
    at = next;
  }
  return { depth: deepest, tags, words, text, references };
}

/** Places where white space ends. */
function countWords(text: string): number {
  let count = 0;
  let wasSpace = false;
  for (let at = 0; at < text.length; at += 1) {
    const isSpace = text.charCodeAt(at) <= SPACE;
    if (wasSpace && !isSpace) count += 1;
    wasSpace = isSpace;
  }
  return count;
}

/** White space of HTML, and controls that nobody writes, are up to here. */
const SPACE = 0x20;

function countReferences(text: string): number {
  let count = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) count += 1;
  return count;
}

/** Where `mark` ends after `from`; the end of the text when it never comes. */
function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}
