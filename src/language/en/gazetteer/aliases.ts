/** A name as a table gives it. */
export interface Alias {
  readonly text: string;
  /** Whether it also means something else, so that it proves little alone: "Jordan", "Time". */
  readonly isAmbiguous: boolean;
  /** Whether it is the name of a part: "Scotland" of the United Kingdom. */
  readonly isPart: boolean;
}

/** The rows of a table, each as its trimmed columns; columns left out at the end are ''. */
export function readRows(table: string, columns: number): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      return [...cells, ...new Array<string>(columns - cells.length).fill('')];
    });
}

/** The parts of a cell: "Holy See; Vatican" is two. */
export const readList = (cell: string): string[] => (cell === '' ? [] : cell.split(';').map((part) => part.trim()));

/** A name with its mark: "Congo?", "Scotland~". */
export const readAlias = (text: string): Alias => ({
  text: text.replace(/[?~]$/, ''),
  isAmbiguous: text.endsWith('?'),
  isPart: text.endsWith('~'),
});
