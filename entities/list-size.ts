/**
 * How many items a list without pages is taken to hold when the size of an answer is counted, before anything is read; declared
 * beside the field with `@Extensions(…)`. Connections are counted by the size of their page.
 */
export interface ListSize {
  readonly listSize: number;
}

/** Where the code bounds the list: never more. */
export const atMost = (listSize: number): ListSize => ({ listSize });

/** Where only the data bound it: seldom more. */
export const seldomOver = (listSize: number): ListSize => ({ listSize });
