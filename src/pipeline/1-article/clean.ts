/** Invisible characters that pages use to steer line breaks: soft hyphen, zero-width spaces and joiner marks, byte order mark. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;

/** One line of text: runs of white space become one space, invisible characters go. */
export function cleanLine(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** A line reduced to what two copies of it share: letters and digits in lower case. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  eacute: 'é',
};

/**
 * Character references inside metadata, where the parser does not decode them (JSON-LD, doubly escaped attributes).
 * Known failure: names beyond the short table stay as they are.
 */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
