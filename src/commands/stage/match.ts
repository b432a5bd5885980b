import { ParallaxError } from '../../errors.js';
import { compareSentences } from '../../pipeline/5-propositions/index.js';
import { eachRow, optionalString, requiredString, type Row } from './filter.js';

/** Compares two sentences: what stage 5 does with each pair of claims. */
export const filter = eachRow((row) => {
  const relation = compareSentences(requiredString(row, 'a'), requiredString(row, 'b'), {
    a: optionalDate(row, 'aPublishedAt'),
    b: optionalDate(row, 'bPublishedAt'),
  });
  return { ...relation };
});

function optionalDate(row: Row, field: string): string | null {
  const value = optionalString(row, field);
  if (value !== null && Number.isNaN(Date.parse(value))) {
    throw new ParallaxError('DATE_INVALID', `"${value.slice(0, 40)}" is not a date.`);
  }
  return value;
}
