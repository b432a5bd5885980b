import { findClaims } from '../../src/pipeline/2-claims/index.js';
import { resolveActors } from '../../src/pipeline/3-actors/index.js';
import * as stages from '../../src/jobs/stages.js';
import type { Workers } from '../../src/jobs/workers.js';

/** What is measured of an ingest, in the order in which an article meets it. */
export const stageNames = ['article', 'accept', 'claims', 'actors', 'events', 'propositions', 'save'] as const;
export type StageName = (typeof stageNames)[number];

/** CPU time of this process so far, in milliseconds. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** CPU time by stage, in milliseconds. */
export class StageClock {
  readonly times: Record<StageName, number> = {
    article: 0,
    accept: 0,
    claims: 0,
    actors: 0,
    events: 0,
    propositions: 0,
    save: 0,
  };

  /** Runs something that computes without waiting, and adds what it takes. */
  measure<Result>(stage: StageName, compute: () => Result): Result {
    const since = ownCpu();
    const result = compute();
    this.times[stage] += ownCpu() - since;
    return result;
  }

  /** What the stages that run in worker threads took together. */
  get inWorkers(): number {
    const { claims, actors, events, propositions } = this.times;
    return claims + actors + events + propositions;
  }
}

/** The stages as the jobs call them, but in this thread and with the clock on. */
export function clockedWorkers(clock: StageClock): Workers {
  return {
    readStored: (input) => stages.readStored(input),
    findForms: async (input) => stages.findForms(input),
    async analyseText(input) {
      const { claims, notComputed } = clock.measure('claims', () => findClaims(input));
      return { ...clock.measure('actors', () => resolveActors(input, claims)), note: notComputed };
    },
    placeArticle: async (input) => clock.measure('events', () => stages.placeArticle(input)),
    lineUp: async (input) => clock.measure('propositions', () => stages.lineUp(input)),
    compare: async (input) => stages.compare(input),
    close: async () => undefined,
  };
}
