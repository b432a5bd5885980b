import { findClaims } from '../../pipeline/2-claims/index.js';
import { resolveActors } from '../../pipeline/3-actors/index.js';
import type { ClaimInput } from '../../pipeline/values.js';
import { eachRow, optionalString, requiredString, type Filter } from './filter.js';

/** Stages 2 and 3 as a filter: `{id, text, headline?, source?, publishedAt?, language?}` to `{id, claims, actors, notComputed}`. */
export const filter: Filter = eachRow((row) => {
  const input: ClaimInput = {
    text: requiredString(row, 'text'),
    headline: optionalString(row, 'headline'),
    source: optionalString(row, 'source'),
    publishedAt: optionalString(row, 'publishedAt'),
    language: optionalString(row, 'language'),
  };
  const { claims: found, notComputed } = findClaims(input);
  const { claims, actors } = resolveActors(input, found);
  return {
    claims: claims.map(({ spans, ...claim }) => ({
      ...claim,
      ...(spans ? { spans: spans.map(({ start, end }) => [start, end]) } : {}),
    })),
    actors,
    notComputed,
  };
});
