import type { LoadReport } from '../data/load.js';
import { median, sum } from '../measure/statistics.js';
import { stageNames, type StageName } from '../measure/stage-clock.js';
import type { TakenIn } from '../measure/take-in.js';
import type { GrowthResults } from '../parts/growth.js';
import type { IngestResults } from '../parts/ingest.js';
import type { StartResults } from '../parts/start.js';
import { titles } from '../reads/questions.js';
import { figure, megabytes, table } from './table.js';

export function startSection({ first, demo, later }: StartResults): string {
  const [least, most] = [later[0], later.at(-1)] as [number, number];
  return table(
    ['start', 'measured', 'target'],
    [
      ['first `npm start` listens, embedded database made new', `${first.toFixed(1)} s`, '10 s'],
      ['… and its demo is loaded and analysed', `${demo.toFixed(1)} s`, '–'],
      [
        `later \`npm start\` listens, median of ${later.length} (least, most)`,
        `${median(later).toFixed(1)} s (${least.toFixed(1)}, ${most.toFixed(1)})`,
        '3 s',
      ],
    ],
  );
}

const stageTitles: Readonly<Record<StageName, string>> = {
  article: '1 article, with its reader',
  accept: 'accept',
  claims: '2 claims',
  actors: '3 actors',
  events: '4 events',
  propositions: '5 propositions',
  save: 'load and save',
};

const perSecond = (cpu: number) => (cpu > 0 ? figure(1000 / cpu) : '–');

export function ingestSection({ command, stages }: IngestResults): string {
  const byCommand = Object.entries({
    '4 articles an event': command.smallEvents,
    'all of one event': command.oneEvent,
  });
  const columns = [stages.text, stages.pages, stages.oneEvent];
  const cells = (value: (taken: TakenIn) => string) => columns.map(value);
  return [
    table(
      [
        '`parallax ingest` of text, embedded database',
        'articles',
        'articles a second',
        'CPU ms an article',
        'peak memory',
      ],
      byCommand.map(([name, { articles, rate, usage }]) => {
        return [name, `${articles}`, figure(rate), figure(usage.cpu / articles), megabytes(usage.peakMemory)];
      }),
    ),
    '',
    'Stage by stage in one thread, on PostgreSQL: CPU ms an article, and in parentheses articles a second of it alone.',
    '',
    table(
      ['stage', 'text, 4 an event', 'pages, 4 an event', `text, ${stages.oneEvent.articles} of one event`],
      [
        ...stageNames.map((stage) => [
          stageTitles[stage],
          ...cells(({ cpu }) => `${figure(cpu[stage])} (${perSecond(cpu[stage])})`),
        ]),
        ['PostgreSQL', ...cells(({ databaseCpu }) => figure(databaseCpu))],
        ['all, articles a second on the clock', ...cells(({ rate }) => figure(rate))],
        ['articles, events found', ...cells(({ articles, events }) => `${articles}, ${events}`)],
      ],
    ),
  ].join('\n');
}

/** A bar of up to ten blocks for a value beside the largest of its row. */
const bar = (value: number, most: number) => '▇'.repeat(Math.max(1, Math.round((value / most) * 10)));

export function growthSection({ points, reads, ingest }: GrowthResults): string {
  const heads = points.map(({ dataSet }) => `${dataSet.counts.articles.toLocaleString('en')} articles`);
  const row = (name: string, values: readonly { readonly cpu: number; readonly databaseCpu: number | null }[]) => {
    const totals = values.map(({ cpu, databaseCpu }) => cpu + (databaseCpu ?? 0));
    const most = Math.max(...totals);
    return [
      name,
      ...values.map(({ cpu, databaseCpu }) => `${figure(cpu)} + ${figure(databaseCpu)}`),
      `\`${totals.map((total) => bar(total, most)).join(' ')}\``,
    ];
  };
  const taken = ingest.map(({ cpu, databaseCpu }) => ({ cpu: sum(Object.values(cpu)), databaseCpu }));
  return [
    'Growth: CPU ms a request (or article taken in), service + PostgreSQL, measured in turn on databases of different size.',
    '',
    table(
      ['', ...heads, 'curve'],
      [
        ...reads.map(({ question, measured }) => row(`${question}: ${titles[question]}`, measured)),
        row('taking in an article', taken),
        ...stageNames.map((stage) => [`… ${stageTitles[stage]}`, ...ingest.map(({ cpu }) => figure(cpu[stage])), '']),
        ['… events found', ...ingest.map(({ articles, events }) => `${events}, of ${articles} articles`), ''],
        ['articles taken in a second', ...ingest.map(({ rate }) => figure(rate)), ''],
      ],
    ),
  ].join('\n');
}

export function loadSection(loads: readonly LoadReport[]): string {
  return loads
    .map(({ counts, seconds }) => {
      const { sources, articles, claims, actors, events } = counts;
      const list = [
        [sources, 'outlets'],
        [articles, 'articles'],
        [claims, 'claims'],
        [actors, 'actors'],
        [events, 'events'],
      ].map(([count, noun]) => `${count?.toLocaleString('en')} ${noun}`);
      return `Loaded through the store's writers: ${list.join(', ')} in ${Math.round(seconds)} s (${figure(articles / seconds)} articles a second).`;
    })
    .join('\n');
}
