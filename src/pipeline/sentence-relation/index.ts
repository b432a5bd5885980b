/**
 * How two sentences relate: shared by stage 5, which groups claims, and stage 6, which searches full texts.
 *
 * 1. Each is read: words as stems with figures masked and negations left out, figures with unit and head noun as
 *    intervals, days on the calendar, and whether it denies, doubts or asks (reading.ts).
 * 2. What is left is compared (likeness.ts).
 * 3. Polarity, figures and days are held against each other (conflicts.ts), and only then is it decided (relate.ts).
 *    An unclear pair is RELATED with a low score.
 */
export { read, type Reading } from './reading.js';
export { relate, type AsOf } from './relate.js';
export { compareQuantities, polarityDiffers } from './conflicts.js';
export { isDisjoint, type Quantity } from './quantities.js';
