import { ActorKind } from '../values.js';
import { indexArticle, type ArticleIndex } from './article-index.js';
import type { Draft } from './draft.js';
import { findMentions, type Mention } from './mentions.js';
import type { Registry } from './registry.js';

/** The text of an article, or its headline, with whom it names. */
export interface ArticlePart {
  readonly index: ArticleIndex;
  /** In order of the text. */
  readonly mentions: readonly Mention[];
  /** Where each was named or described first. */
  readonly firsts: ReadonlyMap<Draft, number>;
}

/** Finds whom a text names, once for all of it, and makes them known to the registry. */
export function readPart(text: string, registry: Registry): ArticlePart {
  const index = indexArticle(text);
  const found = findMentions(index, registry);
  for (const draft of registry.drafts)
    if (draft.isNamed && draft.kind === ActorKind.UNKNOWN) draft.kind = index.votedKind(draft.name) ?? draft.kind;
  const joined = registry.learnFirstNames();
  const mentions = found.map((mention) => ({ ...mention, draft: joined.get(mention.draft) ?? mention.draft }));
  return {
    index,
    mentions,
    firsts: new Map(mentions.toReversed().map(({ draft, start }) => [draft, start])),
  };
}
