import type { AnalysisMethods } from '../../entities/index.js';
import { method as article } from '../pipeline/1-article/method.js';
import { method as claims } from '../pipeline/2-claims/method.js';
import { method as actors } from '../pipeline/3-actors/method.js';
import { method as events } from '../pipeline/4-events/method.js';
import { method as propositions } from '../pipeline/5-propositions/method.js';
import { method as comparison } from '../pipeline/6-comparison/method.js';

/**
 * Engines and versions of the stages. Apart from the stages themselves, whose word lists and models only the worker
 * threads load.
 */
export const methods = { article, claims, actors, events, propositions, comparison } as const;

/** What is kept of an analysis: the engines of stages 2 to 5. */
export const analysisMethods: AnalysisMethods = { claims, actors, events, propositions };
