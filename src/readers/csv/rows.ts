/** One row: its cells, or why it cannot be read. */
export type Row =
  | { readonly cells: readonly string[] }
  | { readonly problem: 'TOO_LARGE' }
  | { readonly problem: 'QUOTE_NOT_CLOSED'; readonly line: number };

const quote = '"';

/**
 * Splits text that comes in pieces into rows of cells (RFC 4180), holding one row at most: cells in quotation marks may
 * hold separators, line breaks and doubled quotation marks; a row ends with LF, CR LF or CR. More tolerant than the RFC, as
 * spreadsheets are: a quotation mark inside a cell that does not begin with one stands for itself, and so does what
 * follows a closing one.
 *
 * Not csv-parse, which after a row over its size limit reads no further row, without an error (docs/decisions/csv.md).
 */
export class RowSplitter {
  private cells: string[] = [];
  private cell: string[] = [];
  /** Something other than blanks stands in the cell, so that a quotation mark opens nothing. */
  private isCellBegun = false;
  /** Characters of the row so far. */
  private size = 0;
  private line = 1;
  private isQuoted = false;
  /** A quotation mark ended the last piece inside a quoted cell: it closes the cell, or is the first of two. */
  private isQuotePending = false;
  private isAfterReturn = false;
  private isInRow = false;
  private openedAt = 0;
  private readonly plain: RegExp;

  /** @param mostCharacters a longer row is answered with TOO_LARGE and not kept */
  constructor(
    private readonly separator: string,
    private readonly mostCharacters: number,
  ) {
    // What ends a stretch of plain characters; `separator` is one of , ; | and tab.
    this.plain = new RegExp(`[${separator}"\\r\\n]`, 'g');
  }

  /** The rows that end in this piece. */
  *push(text: string): Generator<Row> {
    let at = 0;
    if (this.isAfterReturn && text !== '') {
      this.isAfterReturn = false;
      if (text[0] === '\n') at = 1;
    }
    while (at < text.length) {
      if (this.isQuotePending) {
        this.isQuotePending = false;
        if (text[at] === quote) {
          this.add(quote);
          at += 1;
        } else this.isQuoted = false;
        continue;
      }
      if (this.isQuoted) {
        const end = text.indexOf(quote, at);
        this.add(text.slice(at, end === -1 ? undefined : end));
        this.isQuotePending = end !== -1;
        at = end === -1 ? text.length : end + 1;
        continue;
      }
      this.plain.lastIndex = at;
      const end = this.plain.exec(text)?.index ?? text.length;
      if (end > at) this.add(text.slice(at, end));
      if (end === text.length) return;
      at = end + 1;
      const mark = text[end]!;
      if (mark === quote) {
        if (this.isCellBegun) this.add(quote);
        else {
          this.cell.length = 0;
          this.isQuoted = this.isCellBegun = this.isInRow = true;
          this.openedAt = this.line;
        }
      } else if (mark === this.separator) {
        this.finishCell();
        this.isInRow = true;
      } else {
        if (mark === '\r' && at === text.length) this.isAfterReturn = true;
        else if (mark === '\r' && text[at] === '\n') at += 1;
        yield this.finishRow();
        this.line += 1;
      }
    }
  }

  /** The last row, where no line break ends it. */
  *end(): Generator<Row> {
    const isOpen = this.isQuoted && !this.isQuotePending;
    if (isOpen) yield { problem: 'QUOTE_NOT_CLOSED', line: this.openedAt };
    else if (this.isInRow || this.cell.length > 0) yield this.finishRow();
  }

  private add(text: string): void {
    this.isInRow = true;
    this.isCellBegun ||= /\S/.test(text);
    this.size += text.length;
    if (this.isQuoted) for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.line += 1;
    if (this.size <= this.mostCharacters) this.cell.push(text);
    else this.cells.length = this.cell.length = 0;
  }

  private finishCell(): void {
    this.cells.push(this.cell.join(''));
    this.cell = [];
    this.isCellBegun = false;
    // Also separators alone may not fill the memory.
    this.size += 1;
    if (this.size > this.mostCharacters) this.cells.length = 0;
  }

  private finishRow(): Row {
    this.finishCell();
    const row: Row = this.size > this.mostCharacters ? { problem: 'TOO_LARGE' } : { cells: this.cells };
    this.cells = [];
    this.size = 0;
    this.isQuoted = this.isQuotePending = this.isInRow = false;
    return row;
  }
}
