/**
 * The values that pass between stages, and the enumerations that the whole service shares.
 * One subject per file in `values/`; import them from here.
 */
export * from './values/article.js';
export * from './values/claim.js';
export * from './values/actor.js';
export * from './values/event.js';
export * from './values/proposition.js';
export * from './values/comparison.js';
export * from './values/method.js';
export * from './values/span.js';
