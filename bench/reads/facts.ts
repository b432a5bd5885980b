import { decodeId, isUuid } from '../../resolvers/relay/global-id.js';
import type { Answer } from './same-answers.js';

interface Group {
  readonly keys: readonly [source: string, speaker: string | null];
  readonly distinctCount: { readonly rowId: string };
}

/** PostGraphile's groups, as what they count: see the question `q4-ids`. */
const countsOf = (groups: readonly Group[]) =>
  groups.map(({ keys: [source, speaker], distinctCount }) => ({
    claims: Number(distinctCount.rowId),
    source: { id: source },
    speaker: speaker === null ? null : { id: speaker },
  }));

const isGroups = (value: unknown): value is { readonly groupedAggregates: readonly Group[] } =>
  typeof value === 'object' && value !== null && 'groupedAggregates' in value;

/** Counts have an order by which ours are sorted, and PostGraphile's groups have none. */
const sorted = (counts: readonly unknown[]) => counts.map((count) => JSON.stringify(count)).sort();

function factOf(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return name === 'claimCounts' ? sorted(value.map(factsIn)) : value.map(factsIn);
  if (typeof value !== 'string') return factsIn(value);
  if (name === 'id') return isUuid(value) ? value : decodeId(value, name).id;
  return name.endsWith('At') ? new Date(value).toISOString() : value;
}

function factsIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(factsIn);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] =>
    isGroups(inner) ? ['claimCounts', countsOf(inner.groupedAggregates)] : [name, inner],
  );
  return Object.fromEntries(entries.map(([name, inner]) => [name, factOf(name, inner)]));
}

/**
 * What an answer says, whichever of the two said it: ids are those of the tables, times are in one notation, and counts
 * stand in one order.
 */
export function factsOf({ data, errors }: Answer): unknown {
  return { data: factsIn(data), errors };
}
