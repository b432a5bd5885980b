import table from './weights/document-frequencies.json';

/** Number of passages (about 400 words each) that the table was counted in. */
export const passages: number = table.passages;

const frequencies = new Map<string, number>();
const stemsByCount: Readonly<Record<string, string>> = table.stems;
for (const [count, stems] of Object.entries(stemsByCount)) {
  for (const stem of stems.split(' ')) frequencies.set(stem, Number(count));
}

/**
 * In how many of the `passages` of general English a stem occurs; 0 when in none or in one.
 * Made by scripts/document-frequencies.js; see weights/LICENSE.md.
 */
export function documentFrequency(stem: string): number {
  return frequencies.get(stem) ?? 0;
}
