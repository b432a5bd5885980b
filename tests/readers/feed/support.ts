import { isRefused, readDocument, type DocumentInput, type ReadResult } from '../../../src/readers/index.js';

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** An RSS feed around items. */
export const rss = (items: string, channel = '<title>Harbour Post</title><link>https://post.example/</link>'): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${channel}${items}</channel></rss>`;

/** A text of so many sentences of 80 characters, each its own. */
export const sentences = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `The dam above Lower Vale held on day ${String(index).padStart(4, '0')}, the ministry of works said.`,
  ).join(' ');

export function readAll(content: string | Uint8Array, input: Partial<DocumentInput> = {}): ReadResult[] {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  return [...readDocument({ bytes, name: 'feed.xml', ...input })];
}

/** Each result as its place and the headline of the document, or its code. */
export function outline(results: readonly ReadResult[]): string[] {
  return results.map((result) => {
    const what = isRefused(result) ? result.error.code : (result.document.declared.headline ?? 'untitled');
    return `${result.place ?? 'file'}: ${what}`;
  });
}
