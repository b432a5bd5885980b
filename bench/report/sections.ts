import type { LoadReport } from '../data/load.js';
import { median } from '../measure/statistics.js';
import { stageNames, type StageName } from '../measure/stage-clock.js';
import type { TakenIn } from '../measure/take-in.js';
import type { IngestResults } from '../parts/ingest.js';
import type { StartResults } from '../parts/start.js';
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

export const stageTitles: Readonly<Record<StageName, string>> = {
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
