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
  let at = html.indexOf('<');
  const lower = html.toLowerCase();
  while (at !== -1) {
    let next = at + 1;
    tags += 1;
    tag.lastIndex = at;
    const found = tag.exec(html);
    if (html.startsWith('<!--', at)) next = after(lower, '-->', at + 4);
    else if (found) {
      const name = (found[2] ?? '').toLowerCase();
      if (found[1] === '/') depth = uncounted.has(name) || depth === 0 ? depth : depth - 1;
      else if (rawText.has(name)) next = after(lower, `</${name}`, at);
      else if (!uncounted.has(name)) depth += 1;
      deepest = Math.max(deepest, depth);
    }
    at = html.indexOf('<', next);
  }
  return { depth: deepest, tags };
}

/** Where `mark` ends after `from`; the end of the text when it never comes. */
function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}
