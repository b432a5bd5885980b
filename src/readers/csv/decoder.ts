import { isUtf8 } from 'node:buffer';
import { decode, getDecoder } from 'iconv-lite';
import { ParallaxError } from '../../errors.js';
import { isKnownEncoding, markedEncoding } from '../encoding.js';

/**
 * Decodes a table as it comes. What it is in is known from a byte order mark or a declared charset; else each row is UTF-8
 * if its bytes are valid UTF-8, and windows-1252 if they are not, since that is what spreadsheets write. Until a row is
 * whole, each of its bytes is then held as one character.
 */
export class TableDecoder {
  private readonly declared: ReturnType<typeof getDecoder> | null = null;
  private isAtStart = true;

  /**
   * @param head the first three bytes at least, where there are so many
   * @throws ParallaxError ENCODING_INVALID for an unknown charset
   */
  constructor(head: Uint8Array, charset: string | null) {
    const encoding = markedEncoding(head) ?? charset;
    if (encoding === null || /^utf-?8$/i.test(encoding)) return;
    if (!isKnownEncoding(encoding)) {
      throw new ParallaxError('ENCODING_INVALID', `The character encoding "${encoding}" is not known.`);
    }
    this.declared = getDecoder(encoding, { stripBOM: true });
  }

  /** The text of these bytes, or one character a byte. */
  write(bytes: Uint8Array): string {
    if (this.declared) return this.declared.write(Buffer.from(bytes));
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const isMarked = this.isAtStart && text.startsWith('\u00ef\u00bb\u00bf');
    this.isAtStart = false;
    return isMarked ? text.slice(3) : text;
  }

  /** What the bytes held back make. */
  end(): string {
    return this.declared?.end() ?? '';
  }

  /**
   * The cells of a row, decoded.
   * @throws ParallaxError ENCODING_INVALID
   */
  row(cells: readonly string[], where: string): readonly string[] {
    if (this.declared) {
      if (!cells.some((cell) => cell.includes('\ufffd'))) return cells;
      throw new ParallaxError('ENCODING_INVALID', `${where} does not fit the character encoding of the file.`);
    }
    const bytes = cells.map((cell) => Buffer.from(cell, 'latin1'));
    if (bytes.every((cell) => isUtf8(cell))) return bytes.map((cell) => cell.toString('utf8'));
    const decoded = bytes.map((cell) => decode(cell, 'windows-1252'));
    if (decoded.some((cell) => cell.includes('\ufffd')) || isMostlyForeign(decoded.join(''))) {
      throw new ParallaxError(
        'ENCODING_INVALID',
        `${where} is neither UTF-8 nor windows-1252: save the table as "CSV UTF-8".`,
      );
    }
    return decoded;
  }
}

/** Greek or Cyrillic taken for windows-1252 is nearly all accented letters; in languages written in Latin they are few. */
function isMostlyForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const accented = letters.filter((letter) => letter > '\u007f').length;
  return accented * 3 > letters.length;
}
