import { extname } from 'node:path';
import { ParallaxError } from '../errors.js';
import { markedEncoding } from './encoding.js';
import { encodingOfBeginning } from './feed/decode.js';
import { isFeedElement, looksLikeJsonFeed, rootElement } from './feed/sniff.js';

/** The kinds of input that a reader exists for. */
export enum InputFormat {
  TEXT = 'TEXT',
  HTML = 'HTML',
  /** One value: a record, a list of records, a graph. */
  JSON = 'JSON',
  /** A record on each line. */
  JSON_LINES = 'JSON_LINES',
  /** A table with a record on each row, whatever separates its cells. */
  CSV = 'CSV',
  /** RSS, RDF, Atom, CDF or JSON Feed: a document an entry. XML of another kind too, which its reader refuses. */
  FEED = 'FEED',
  /** A list of feeds. */
  OPML = 'OPML',
}

/** Bytes looked at to tell what something is. */
export const SNIFFED_BYTES = 8192;

const byMediaType: Readonly<Record<string, InputFormat>> = {
  'text/html': InputFormat.HTML,
  'application/xhtml+xml': InputFormat.HTML,
  'text/plain': InputFormat.TEXT,
  'text/markdown': InputFormat.TEXT,
  'text/x-opml': InputFormat.OPML,
  'text/x-opml+xml': InputFormat.OPML,
  'application/x-opml+xml': InputFormat.OPML,
  'application/json': InputFormat.JSON,
  'application/ld+json': InputFormat.JSON,
  'application/vnd.iptc.ninjs+json': InputFormat.JSON,
  'application/jsonl': InputFormat.JSON_LINES,
  'application/x-jsonl': InputFormat.JSON_LINES,
  'application/jsonlines': InputFormat.JSON_LINES,
  'application/x-jsonlines': InputFormat.JSON_LINES,
  'application/x-ndjson': InputFormat.JSON_LINES,
  'application/ndjson': InputFormat.JSON_LINES,
  'text/csv': InputFormat.CSV,
  'application/csv': InputFormat.CSV,
  'text/tab-separated-values': InputFormat.CSV,
  'application/rss+xml': InputFormat.FEED,
  'application/atom+xml': InputFormat.FEED,
  'application/rdf+xml': InputFormat.FEED,
  'application/feed+json': InputFormat.FEED,
  'application/xml': InputFormat.FEED,
  'text/xml': InputFormat.FEED,
};

const byExtension: Readonly<Record<string, InputFormat>> = {
  '.txt': InputFormat.TEXT,
  '.text': InputFormat.TEXT,
  '.md': InputFormat.TEXT,
  '.html': InputFormat.HTML,
  '.htm': InputFormat.HTML,
  '.xhtml': InputFormat.HTML,
  '.opml': InputFormat.OPML,
  '.json': InputFormat.JSON,
  '.jsonld': InputFormat.JSON,
  '.ninjs': InputFormat.JSON,
  '.jsonl': InputFormat.JSON_LINES,
  '.ndjson': InputFormat.JSON_LINES,
  '.csv': InputFormat.CSV,
  '.tsv': InputFormat.CSV,
  '.tab': InputFormat.CSV,
  '.xml': InputFormat.FEED,
  '.rss': InputFormat.FEED,
  '.atom': InputFormat.FEED,
  '.rdf': InputFormat.FEED,
};

/** Text that is made for machines, or for which a reader is still missing. */
const otherExtensions = new Set(['.js', '.css', '.yaml', '.yml', '.sql']);
const otherMediaTypes = /^(?:text\/(?:css|javascript)|application\/(?:javascript|.*\+xml|.*\+json)|multipart\/.*)$/;

/** Files that begin with text and are none: PDF, RTF, PostScript. */
const binaryBeginnings = ['%PDF-', '{\\rtf', '%!PS'];

function isText(byte: number): boolean {
  return byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d || byte === 0x1b;
}

/**
 * True where the beginning holds a NUL or more than one control character in a hundred bytes (after the MIME Sniffing
 * standard, less strict). UTF-16 without a byte order mark counts as binary too, unless it begins like XML.
 */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SNIFFED_BYTES);
  if (/^UTF-(?:16|32)/.test(markedEncoding(head) ?? encodingOfBeginning(head) ?? '')) return false;
  const beginning = Buffer.from(head.subarray(0, 8)).toString('latin1');
  if (binaryBeginnings.some((mark) => beginning.startsWith(mark))) return true;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (!isText(byte)) controls += 1;
  }
  return controls * 100 > head.length;
}

function extensionOf(name: string | null): string {
  if (name === null) return '';
  const path = /^https?:/i.test(name) && URL.canParse(name) ? new URL(name).pathname : name;
  return extname(path).toLowerCase();
}

/** The first characters, without byte order mark and leading blanks, near enough to tell tags and braces. */
function beginningOf(bytes: Uint8Array): string {
  // In UTF-16 and UTF-32 every character of a tag has its zeros.
  return Buffer.from(bytes.subarray(0, SNIFFED_BYTES))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart();
}

/** By the first characters: a tag, JSON, or neither. */
function sniff(head: string): InputFormat {
  if (/^\[\s*[[{]/.test(head)) return InputFormat.JSON;
  if (head.startsWith('{')) return jsonLayout(head) ?? InputFormat.JSON_LINES;
  if (/^<\?xml/i.test(head)) return rootElement(head) === 'html' ? InputFormat.HTML : InputFormat.FEED;
  if (
    /^<(?:!doctype\s+html|!--|html|head|body|title|meta|link|script|style|div|article|main|section|h1|p)\b/i.test(head)
  ) {
    return InputFormat.HTML;
  }
  return InputFormat.TEXT;
}

/**
 * One value written over several lines, or a value a line: files are named `.json` and `.jsonl` the wrong way round often
 * enough. null where the first line does not tell, being the only one or longer than the head.
 */
function jsonLayout(head: string): InputFormat | null {
  const end = head.indexOf('\n');
  if (end === -1) return null;
  const first = head.slice(0, end).trim();
  try {
    JSON.parse(first);
    return /^\s*\{/.test(head.slice(end)) ? InputFormat.JSON_LINES : null;
  } catch {
    return /^[[{]$|^[[{].*[[{,]$/.test(first) ? InputFormat.JSON : null;
  }
}

/**
 * Tells the format: the media type where it says something, else the extension of the name, else the first characters.
 * A feed is a feed under any name, and a page in the place of a feed is a page: servers often say otherwise.
 * @param head the beginning of the bytes, `SNIFFED_BYTES` or more where there are so many
 * @throws ParallaxError DOCUMENT_BINARY, FORMAT_UNKNOWN
 */
export function detectFormat(head: Uint8Array, mediaType: string | null, name: string | null): InputFormat {
  if (isBinary(head)) {
    throw new ParallaxError(
      'DOCUMENT_BINARY',
      'The bytes are not text: give plain text, HTML, a feed, JSON or a table.',
    );
  }
  const type = (mediaType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const extension = extensionOf(name);
  const known = byMediaType[type] ?? byExtension[extension];
  const beginning = beginningOf(head);
  if (known !== InputFormat.JSON_LINES) {
    const root = beginning.startsWith('<') ? rootElement(beginning) : null;
    if (isFeedElement(root) || looksLikeJsonFeed(beginning)) return InputFormat.FEED;
    if (root === 'opml') return InputFormat.OPML;
    const isPage = root === 'html' || /^<!doctype html/i.test(beginning);
    if (isPage && (known === InputFormat.FEED || known === InputFormat.OPML)) return InputFormat.HTML;
  }
  if (known === InputFormat.JSON || known === InputFormat.JSON_LINES) return jsonLayout(beginning) ?? known;
  if (known) return known;
  if (!otherMediaTypes.test(type) && !otherExtensions.has(extension)) return sniff(beginning);
  const what = type || extension;
  throw new ParallaxError(
    'FORMAT_UNKNOWN',
    `There is no reader for ${what}: give plain text, HTML, a feed, JSON or a table.`,
  );
}
