import type { Measured } from '../measure/interleave.js';
import { median } from '../measure/statistics.js';
import type { ReadResult, ReadResults, Rival } from '../parts/reads.js';
import { titles, type ComparedQuestion } from '../reads/questions.js';
import { figure, megabytes, spread, table } from './table.js';

/** What is wanted of the service's requests a second: so many times those of PostGraphile, and of SQL written by hand. */
const targets: Readonly<Record<ComparedQuestion, { readonly postGraphile: number; readonly sql: number }>> = {
  q1: { postGraphile: 1.5, sql: 0.8 },
  q2: { postGraphile: 1, sql: 0.6 },
  q3: { postGraphile: 1.25, sql: 0.4 },
  q4: { postGraphile: 1.8, sql: 0.9 },
  'q4-ids': { postGraphile: 1.8, sql: 0.9 },
};

const rate = (measured: Measured | undefined) => (measured ? figure(median(measured.rates)) : '–');
const cpu = (measured: Measured | undefined) =>
  measured ? `${figure(measured.cpu)} + ${figure(measured.databaseCpu)}` : '–';
const latency = (measured: Measured | undefined) =>
  measured ? `${figure(measured.p50)}, ${figure(measured.p99)}` : '–';

/** "1.62 (1.55–1.70)", in bold where it reaches the target, as the table's heading says. */
function beside(rival: Rival | null, target: number): string {
  if (rival === null) return '–';
  return median(rival.ratios) >= target ? `**${spread(rival.ratios)}**` : spread(rival.ratios);
}

function rateTable(questions: readonly ReadResult[]): string {
  const rows = questions.map(({ question, service, postGraphile, sql }) => [
    `${question}: ${titles[question]}`,
    rate(service),
    rate(postGraphile?.measured),
    rate(sql.measured),
    beside(postGraphile, targets[question].postGraphile),
    String(targets[question].postGraphile),
    beside(sql, targets[question].sql),
    String(targets[question].sql),
  ]);
  const head = ['requests a second', 'service', 'PostGraphile', 'by hand'];
  return table([...head, 'service ÷ PostGraphile', 'target', 'service ÷ by hand', 'target'], rows);
}

function costTable(questions: readonly ReadResult[]): string {
  const rows = questions.map(({ question, service, postGraphile, sql, statements, bytes }) => [
    question,
    cpu(service),
    cpu(postGraphile?.measured),
    cpu(sql.measured),
    latency(service),
    latency(postGraphile?.measured),
    latency(sql.measured),
    `${statements.service}, by hand ${statements.sql}`,
    `${figure(bytes / 1000)} kB`,
  ]);
  const head = ['', 'CPU: service', 'PostGraphile', 'by hand', 'p50, p99 ms: service', 'PostGraphile', 'by hand'];
  return table([...head, 'statements', 'answer'], rows);
}

function serversOf({ node, postGraphileVersion }: ReadResults): string {
  if (postGraphileVersion === null) return `Node ${node.service}; PostGraphile was left out.`;
  if (node.service === node.postGraphile) return `All on Node ${node.service}; PostGraphile ${postGraphileVersion}.`;
  return `PostGraphile ${postGraphileVersion} on Node ${node.postGraphile}, the others on Node ${node.service}.`;
}

export function readsSection(results: ReadResults): string {
  const { questions, peakMemory } = results;
  const memory = [`of the service ${megabytes(peakMemory.service)}`];
  if (peakMemory.postGraphile !== null) memory.push(`of PostGraphile ${megabytes(peakMemory.postGraphile)}`);
  return [
    'The service beside PostGraphile and hand-written SQL on bare `node:http`, the same facts in their answers, asked in turn in',
    `slices of a second over 4 connections. ${serversOf(results)}`,
    'Ratios: median of the slices of one turn, and the middle half of them; bold where the target is reached.',
    '',
    rateTable(questions),
    '',
    'CPU: milliseconds a request, server + PostgreSQL.',
    '',
    costTable(questions),
    '',
    `Peak memory ${memory.join(', ')}.`,
  ].join('\n');
}
