import type { SyntaxResults } from '../parts/syntax.js';
import { figure, megabytes, table } from './table.js';

const targets: Readonly<Record<string, string>> = { all: '20,000' };

export function syntaxSection({ words, load, rates, growth, peakMemory, bareMemory }: SyntaxResults): string {
  return [
    table(
      [`English text of ${words} words, step`, 'words a second of CPU', 'target'],
      Object.entries(rates).map(([name, rate]) => [name, figure(rate), targets[name] ?? '–']),
    ),
    '',
    table(
      ['process that reads text', 'measured', 'target'],
      [
        ['first sentence read after', `${load.toFixed(2)} s`, '0.5 s'],
        ['peak memory (of which Node itself)', `${megabytes(peakMemory)} (${megabytes(bareMemory)})`, '200 MB'],
        ...Object.entries(growth).map(([name, ratio]) => [
          `four times as many ${name}: CPU times`,
          figure(ratio),
          'about 4',
        ]),
      ],
    ),
  ].join('\n');
}
