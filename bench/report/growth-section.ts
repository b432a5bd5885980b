import { ratios, type Measured } from '../measure/interleave.js';
import { stageNames } from '../measure/stage-clock.js';
import { sum } from '../measure/statistics.js';
import type { GrowthResults, ReadGrowth } from '../parts/growth.js';
import { titles } from '../reads/questions.js';
import { stageTitles } from './sections.js';
import { figure, spread, table } from './table.js';

/** CPU time on the largest database may be so many times that on the smallest, and is still flat: runs of the same code differ by a tenth. */
const flat = 1.25;

interface Cost {
  readonly cpu: number;
  readonly databaseCpu: number | null;
}

const total = ({ cpu, databaseCpu }: Cost) => cpu + (databaseCpu ?? 0);

/** How many times the CPU time of the first the last took, in words. */
function growthOf(costs: readonly Cost[]): string {
  const [first, last] = [costs[0], costs.at(-1)] as [Cost, Cost];
  const times = total(last) / total(first);
  return `${figure(times)}, ${times <= flat ? 'flat' : '**not flat**'}`;
}

const cells = (costs: readonly Cost[]) =>
  costs.map(({ cpu, databaseCpu }) => `${figure(cpu)} + ${figure(databaseCpu)}`);

const readRow = ({ question, measured, bytes }: ReadGrowth) => [
  `${question}: ${titles[question]}`,
  ...cells(measured),
  growthOf(measured),
  spread(ratios(measured[0] as Measured, measured.at(-1) as Measured)),
  bytes.map((size) => figure(size / 1000)).join(', '),
];

/** What a page deep down the list costs beside the first, on each database. */
function pageRatios({ points, reads }: GrowthResults): string {
  const find = (name: string) => reads.find(({ question }) => question === name)?.measured ?? [];
  const [first, deep] = [find('first page'), find('deep page')];
  const sentences = points.map(({ dataSet }, place) => {
    const [one, other] = [first[place], deep[place]] as [Measured, Measured];
    const cpu = total(other) / total(one);
    const among = `of ${dataSet.counts.claims.toLocaleString('en')} claims ${figure(cpu)} in CPU`;
    return `${among}${cpu <= flat ? '' : ' (**more than a first page**)'}, ${spread(ratios(one, other))} in time`;
  });
  return `Deep page ÷ first page: ${sentences.join('; ')}.`;
}

export function growthSection(results: GrowthResults): string {
  const { points, reads, ingest } = results;
  const heads = points.map(({ dataSet }) => `${dataSet.counts.articles.toLocaleString('en')} articles`);
  const taken = ingest.map(({ cpu, databaseCpu }) => ({ cpu: sum(Object.values(cpu)), databaseCpu }));
  const ratio = `${Math.round((points.at(-1)?.scale ?? 1) / (points[0]?.scale ?? 1))} times the data`;
  return [
    'Growth: CPU ms a request (or article taken in), service + PostgreSQL, measured in turn on databases of different size. The',
    `last columns tell how many times as much ${ratio} cost; up to ${flat} in CPU counts as flat. Events asked for have the`,
    'same numbers of articles everywhere.',
    '',
    table(
      ['', ...heads, 'CPU, largest ÷ smallest', 'time', 'answer kB'],
      [
        ...reads.map(readRow),
        ['taking in an article', ...cells(taken), growthOf(taken), '', ''],
        ...stageNames.map((stage) => {
          return [`… ${stageTitles[stage]}`, ...ingest.map(({ cpu }) => figure(cpu[stage])), '', '', ''];
        }),
        ['… events found', ...ingest.map(({ articles, events }) => `${events}, of ${articles} articles`), '', '', ''],
        ['articles taken in a second', ...ingest.map(({ rate }) => figure(rate)), '', '', ''],
      ],
    ),
    '',
    pageRatios(results),
  ].join('\n');
}
