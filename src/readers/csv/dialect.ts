import { countFields, type ColumnMapping } from './columns.js';
import { RowSplitter } from './rows.js';

const separators = [',', ';', '\t', '|'];

/** Where the first row ends: its line break, if one stands outside quotation marks; -1 when it goes on. */
function endOfFirstRow(text: string): number {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (mark === '\n' || mark === '\r')) return at;
  }
  return -1;
}

/** `sep=;`, the line by which a spreadsheet is told the separator; it counts as no row. */
const separatorLine = /^sep=([,;|\t])\r?\n/i;

export interface Dialect {
  readonly separator: string;
  /** Characters before the table: the line `sep=;`. */
  readonly skip: number;
}

/**
 * Tells the separator by the first row that is not blank: the one that makes most columns of known names, then most columns.
 * @param head the beginning of the text
 * @param isWhole whether nothing follows
 * @returns null when the first row does not end in `head` and more follows
 */
export function tellDialect(head: string, isWhole: boolean, mapping: ColumnMapping): Dialect | null {
  const told = separatorLine.exec(head);
  if (told) return { separator: told[1]!, skip: told[0].length };
  const table = head.trimStart();
  const end = endOfFirstRow(table);
  if (end === -1 && !isWhole) return null;
  const row = end === -1 ? table : table.slice(0, end);
  let best = { separator: ',', fields: -1, cells: 0 };
  for (const separator of separators) {
    const splitter = new RowSplitter(separator, row.length + 1);
    const [first] = [...splitter.push(row), ...splitter.end()];
    const cells = first && 'cells' in first ? first.cells : [];
    const fields = countFields(cells, mapping);
    if (fields > best.fields || (fields === best.fields && cells.length > best.cells)) {
      best = { separator, fields, cells: cells.length };
    }
  }
  return { separator: best.separator, skip: 0 };
}
