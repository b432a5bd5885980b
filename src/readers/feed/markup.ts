import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** Tags that people put into headlines and summaries. Other words in angle brackets may be meant as they stand. */
const knownTag =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|ol|p|q|s|small|span|strong|sub|sup|table|tr|td|tt|u|ul)(?:[\s/][^<>]{0,2000})?>/i;

const blocks = new Set(
  'address article aside blockquote br dd div dl dt figure figcaption footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const unseen = new Set(['script', 'style', 'template', 'noscript']);

/** Pieces held apart until so many are there: a string of its own costs some thirty bytes, however short. */
const HELD_PIECES = 8192;

/** Characters that are replaced at once. */
const SLICE = 100_000;

/** A text that is put together of millions of pieces in the memory of the text. */
export class TextBuilder {
  readonly #done: string[] = [];
  #pieces: string[] = [];

  add(piece: string): void {
    this.#pieces.push(piece);
    if (this.#pieces.length < HELD_PIECES) return;
    this.#done.push(this.#pieces.join(''));
    this.#pieces = [];
  }

  toString(): string {
    return [...this.#done, ...this.#pieces].join('');
  }
}

const ignore = (): void => {};

/** True where a text holds a tag of HTML: then it was meant as HTML. */
export function holdsMarkup(text: string): boolean {
  return knownTag.test(text);
}

/**
 * The visible text of a piece of HTML, a line break where a block begins or ends. htmlparser2's tokenizer alone does it: its
 * parser keeps a stack whose cost grows with the square of the nesting.
 */
export function textOfHtml(html: string): string {
  const pieces = new TextBuilder();
  let hidden = 0;
  const open = (start: number, end: number): void => {
    const name = html.slice(start, end).toLowerCase();
    if (blocks.has(name)) pieces.add('\n');
    if (unseen.has(name)) hidden += 1;
  };
  const close = (start: number, end: number): void => {
    const name = html.slice(start, end).toLowerCase();
    if (blocks.has(name)) pieces.add('\n');
    if (unseen.has(name)) hidden = Math.max(0, hidden - 1);
  };
  const show = (text: string): void => {
    if (hidden === 0) pieces.add(text);
  };
  const callbacks: TokenizerCallbacks = {
    ontext: (start, end) => show(html.slice(start, end)),
    ontextentity: (codePoint) => show(String.fromCodePoint(codePoint)),
    onopentagname: open,
    onclosetag: close,
    oncdata: (start, end, offset) => show(html.slice(start, end - offset)),
    onattribdata: ignore,
    onattribentity: ignore,
    onattribend: ignore,
    onattribname: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onend: ignore,
    onopentagend: ignore,
    onprocessinginstruction: ignore,
    onselfclosingtag: ignore,
  };
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return pieces.toString();
}

/**
 * Applies a replacement to a long text slice by slice: a single one holds every match, which for millions of short ones takes
 * a hundred times the memory of the text.
 * @param boundary slices begin with it; null where they may begin anywhere
 */
function inSlices(text: string, boundary: string | null, replace: (slice: string) => string): string {
  if (text.length <= SLICE) return replace(text);
  const built = new TextBuilder();
  for (let start = 0; start < text.length;) {
    const least = start + SLICE;
    const next = boundary === null ? least : text.indexOf(boundary, least);
    const end = next === -1 ? text.length : next;
    built.add(replace(text.slice(start, end)));
    start = end;
  }
  return built.toString();
}

/** Character references of HTML made characters, everything else left as it is. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? textOfHtml(inSlices(text, null, (slice) => slice.replaceAll('<', '&lt;'))) : text;
}

/** The five entities of XML and numeric references. Others are left for HTML to read, and so are 128–159, which HTML maps. */
export function decodeXmlReferences(text: string): string {
  return text.includes('&') ? inSlices(text, '&', (slice) => slice.replace(xmlReference, decodeXmlReference)) : text;
}

const xmlReference = /&(?:#x0*([0-9a-f]{1,6})|#0*([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi;
const xmlEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeXmlReference(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return xmlEntities[name.toLowerCase()] ?? whole;
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  const isControl = code < 32 ? code !== 9 && code !== 10 && code !== 13 : code >= 128 && code <= 159;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isControl || isSurrogate || code > 0x10_ffff ? whole : String.fromCodePoint(code);
}

/** For text put between tags, or into an attribute in double quotation marks. */
export function escapeMarkup(text: string): string {
  return inSlices(text, null, (slice) =>
    slice.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  );
}

/** One line without white space at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
