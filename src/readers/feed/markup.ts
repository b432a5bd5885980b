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
  const pieces: string[] = [];
  let hidden = 0;
  const open = (start: number, end: number): void => {
    const name = html.slice(start, end).toLowerCase();
    if (blocks.has(name)) pieces.push('\n');
    if (unseen.has(name)) hidden += 1;
  };
  const close = (start: number, end: number): void => {
    const name = html.slice(start, end).toLowerCase();
    if (blocks.has(name)) pieces.push('\n');
    if (unseen.has(name)) hidden = Math.max(0, hidden - 1);
  };
  const callbacks: TokenizerCallbacks = {
    ontext: (start, end) => void (hidden === 0 && pieces.push(html.slice(start, end))),
    ontextentity: (codePoint) => void (hidden === 0 && pieces.push(String.fromCodePoint(codePoint))),
    onopentagname: open,
    onclosetag: close,
    oncdata: (start, end, offset) => void (hidden === 0 && pieces.push(html.slice(start, end - offset))),
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
  return pieces.join('');
}

/** Character references of HTML made characters, everything else left as it is. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? textOfHtml(text.replaceAll('<', '&lt;')) : text;
}

/** The five entities of XML and numeric references. Others are left for HTML to read, and so are 128–159, which HTML maps. */
export function decodeXmlReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x0*([0-9a-f]{1,6})|#0*([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[String(name).toLowerCase()] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      const isCharacter =
        code > 31 ? code < 0x11_0000 && (code < 128 || code > 159) : code === 9 || code === 10 || code === 13;
      return isCharacter && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
    },
  );
}

/** For text put between tags, or into an attribute in double quotation marks. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** One line without white space at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
