/** Which text the offsets of a span count in. */
export enum TextPart {
  TEXT = 'TEXT',
  HEADLINE = 'HEADLINE',
}

/** A stretch of text. Offsets are UTF-16 code units, `end` exclusive (W3C TextPositionSelector). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with the characters that stand there: `text.slice(start, end) === exact.text`. */
export interface Extract extends Span {
  readonly text: string;
}
