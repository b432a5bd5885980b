import DataLoader from 'dataloader';
import type { Store } from '../store/store.js';
import type { Loaders, Question } from './context.js';

/** Loaders for one request; they remember answers, so they must not outlive it. */
export function createLoaders(store: Store): Loaders {
  const byQuestion = new Map<unknown, Map<string, DataLoader<string, unknown>>>();
  const load = (question: Question<unknown, unknown>, key: string, parameters?: unknown): Promise<unknown> => {
    const byParameters = byQuestion.get(question) ?? new Map<string, DataLoader<string, unknown>>();
    byQuestion.set(question, byParameters);
    const name = JSON.stringify(parameters) ?? '';
    const loader =
      byParameters.get(name) ??
      new DataLoader<string, unknown>((keys) => question(store, keys, parameters) as Promise<unknown[]>);
    byParameters.set(name, loader);
    return loader.load(key);
  };
  return { load: load as Loaders['load'] };
}
