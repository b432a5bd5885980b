import type { AbuseResults, AttackResult, Beside } from '../parts/abuse.js';
import { figure, megabytes, table } from './table.js';

/** CPU of the service for one refusal in milliseconds, and how many times a normal client's p99 beside them may be its own. */
const targets = { cpu: 50, latency: 2 };

const wanted = (text: string, isReached: boolean) => (isReached ? text : `**${text}**`);

const besideCells = ({ alone, beside, memory }: Beside) => [
  memory === null ? '–' : megabytes(memory),
  `${figure(alone)}, ${figure(beside)}`,
  wanted(figure(beside / alone), beside / alone <= targets.latency),
];

const row = ({ name, answer, cpu, ...rest }: AttackResult) => [
  name,
  answer,
  wanted(`${figure(cpu.median)} (${figure(cpu.most)})`, cpu.median <= targets.cpu),
  ...besideCells(rest),
];

const counts = (answers: Beside['answers']) =>
  Object.entries(answers)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${count} × ${name}`)
    .join(', ');

/** Those whose many were not all answered as one was. */
const differing = (attacks: readonly AttackResult[]) =>
  attacks
    .filter(({ answer, answers }) => Object.keys(answers).some((name) => name !== answer))
    .map(({ name, answers }) => `- ${name}: ${counts(answers)}`);

export function abuseSection({ ordinary, attacks, limited }: AbuseResults): string {
  const others = differing(attacks);
  return [
    'Abuse: what a bad request costs the service, alone and at 50 a second, with rates not limited, so that the refusal is of the',
    'request itself. CPU: milliseconds of the service for one, median and most; target 50. Memory: by how much the most held beside',
    'attacks exceeds the most without. p99: milliseconds, of a normal client alone and beside the attacks, in turn; target of their',
    'ratio 2. Bold where a target is missed.',
    '',
    table(['50 a second', 'answer', 'CPU', 'memory', 'p99 alone, beside', 'ratio'], [ordinary, ...attacks].map(row)),
    '',
    ...(others.length > 0 ? ['Answered otherwise when many came:', '', ...others, ''] : []),
    'All attacks in one stream, rates limited as by default:',
    '',
    table(['answers', 'memory', 'p99 alone, beside', 'ratio'], [[counts(limited.answers), ...besideCells(limited)]]),
  ].join('\n');
}
