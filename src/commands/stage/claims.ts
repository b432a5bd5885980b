import type { Writable } from 'node:stream';
import { explainClaim } from '../../pipeline/2-claims/explain.js';
import { findClaims } from '../../pipeline/2-claims/index.js';
import { resolveActors } from '../../pipeline/3-actors/index.js';
import type { ClaimInput, FoundClaim } from '../../pipeline/values.js';
import { eachRow, optionalString, requiredString, type Filter, type Row } from './filter.js';

const inputOf = (row: Row): ClaimInput => ({
  text: requiredString(row, 'text'),
  headline: optionalString(row, 'headline'),
  source: optionalString(row, 'source'),
  publishedAt: optionalString(row, 'publishedAt'),
  language: optionalString(row, 'language'),
});

/** A claim as the filter answers it: pieces of its content as pairs. */
const answered = ({ spans, ...claim }: FoundClaim) => ({
  ...claim,
  ...(spans ? { spans: spans.map(({ start, end }) => [start, end]) } : {}),
});

function findIn(input: ClaimInput) {
  const { claims, notComputed } = findClaims(input);
  return { ...resolveActors(input, claims), notComputed };
}

/** Stages 2 and 3 as a filter: `{id, text, headline?, source?, publishedAt?, language?}` to `{id, claims, actors, notComputed}`. */
export const filter: Filter = eachRow((row) => {
  const { claims, actors, notComputed } = findIn(inputOf(row));
  return { claims: claims.map(answered), actors, notComputed };
});

/**
 * The same, and why each claim is one: as lines in its field `explanation`, and to be read on another stream.
 * @param reading where a person reads; not the stream of the rows
 */
export const explaining = (reading: Pick<Writable, 'write'>): Filter =>
  eachRow((row) => {
    const input = inputOf(row);
    const { claims, actors, notComputed } = findIn(input);
    const explained = claims.map((claim) => ({ ...answered(claim), explanation: explainClaim(claim, input) }));
    reading.write(`${String(row['id'] ?? '')}: ${notComputed ?? `${claims.length} claims`}\n\n`);
    for (const { text, explanation } of explained) reading.write(`“${text}”\n    ${explanation.join('\n    ')}\n\n`);
    return { claims: explained, actors, notComputed };
  });
