/** The name of the first element in a text that may be XML, in lower case with its prefix; null where none begins. */
export function rootElement(head: string): string | null {
  let at = 0;
  for (;;) {
    at = head.indexOf('<', at);
    if (at === -1) return null;
    if (head.startsWith('<!--', at)) at = skip(head, '-->', at + 4);
    else if (head.startsWith('<?', at)) at = skip(head, '?>', at + 2);
    else if (head.startsWith('<!', at)) at = skipDeclaration(head, at);
    else return /^<([A-Za-z_][\w.:-]{0,100})/.exec(head.slice(at, at + 102))?.[1]?.toLowerCase() ?? null;
    if (at === -1) return null;
  }
}

function skip(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end === -1 ? -1 : end + mark.length;
}

/** A DOCTYPE may hold declarations of its own in square brackets. */
function skipDeclaration(text: string, from: number): number {
  const end = skip(text, '>', from);
  const bracket = text.indexOf('[', from);
  return bracket === -1 || end === -1 || bracket > end ? end : skip(text, ']>', bracket);
}

const feedElement = /^(?:[\w.-]+:)?(?:rss|feed)$|^(?:[\w.-]+:)?rdf$|^rdf:rdf$|^channel$/;

/** True where the first element is that of RSS, RDF, Atom or CDF. */
export function isFeedElement(root: string | null): boolean {
  return root !== null && feedElement.test(root);
}

/** True where an object says in its beginning that it is a JSON Feed. Inside a string its quotation marks would be escaped. */
export function looksLikeJsonFeed(head: string): boolean {
  return /^\s*\{/.test(head) && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/i.test(head);
}
