import { parseArgs } from 'node:util';

export const parts = ['start', 'syntax', 'claims', 'ingest', 'reads', 'growth', 'abuse'] as const;
export type Part = (typeof parts)[number];

export interface Options {
  readonly scale: number;
  readonly seed: number;
  readonly only: readonly Part[];
  /** Whether the reads are compared with PostGraphile too, which npm installs for it. */
  readonly withPostGraphile: boolean;
  /** Whether in the reads the service runs on the Node of the benchmark, not on PostGraphile's. */
  readonly isOnOwnNode: boolean;
  /** Whether the results are put into bench/RESULTS.md, besides being printed. */
  readonly isRecorded: boolean;
}

export const help = `npm run bench -- [options]

  --scale NUMBER     size of the data set; 1 (the default) is 100 outlets, 10,000 articles, 100,000 claims,
                     2,000 actors and 500 events; 0.01 to 100
  --seed NUMBER      which invented news; 1 is the default
  --only PARTS       of ${parts.join(', ')}, separated by commas
  --no-postgraphile  compare the reads with SQL written by hand alone; otherwise npm installs PostGraphile, and
                     a Node of version 22 to run it on, into bench/postgraphile, the first time
  --own-node         in the reads, run the service and the hand-written server on this Node, not on that one
  --no-record        print the results, and leave bench/RESULTS.md as it is
  --help

docs/benchmark.md tells what is measured and how.
`;

/** @throws Error with a sentence for whoever typed it; null when help is wanted */
export function readOptions(words: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...words],
    options: {
      scale: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: parts.join(',') },
      'no-postgraphile': { type: 'boolean', default: false },
      'own-node': { type: 'boolean', default: false },
      'no-record': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const scale = Number(values.scale);
  if (!(scale >= 0.01 && scale <= 100)) throw new Error(`--scale is from 0.01 to 100, not ${values.scale}.`);
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed is a whole number, not ${values.seed}.`);
  const only = values.only.split(',').map((word) => {
    const part = parts.find((name) => name === word.trim());
    if (part === undefined) throw new Error(`--only has parts of ${parts.join(', ')}; "${word}" is none.`);
    return part;
  });
  return {
    scale,
    seed,
    only,
    withPostGraphile: !values['no-postgraphile'],
    isOnOwnNode: values['own-node'],
    isRecorded: !values['no-record'],
  };
}

/** The sizes at which growth is looked at: the scale itself, and what is ten and, for large ones, a hundred times smaller. */
export function growthScales(scale: number): number[] {
  return [scale / 100, scale / 10, scale].filter((size, place) => size >= (place === 0 ? 0.1 : 0.01));
}
