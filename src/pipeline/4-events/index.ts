import type { EventAssignment } from '../values.js';
import { assignByLinks } from './assign.js';
import { EventIndex } from './event-index.js';
import type { EventFeatures } from './features.js';

export { eventFeatures, noteOnLanguage, type EventFeatures } from './features.js';
export { EventIndex, type Link } from './event-index.js';
export { assignByLinks } from './assign.js';
export { eventTitle, type TitledArticle } from './title.js';
export { Rarity } from './rarity.js';
export { regroup } from './regroup.js';
export { windowDays } from './similarity.js';

export { method } from './method.js';

/** An article that has an event already. */
export interface PlacedFeatures {
  readonly features: EventFeatures;
  readonly event: string;
}

/**
 * Stage 4: which event an article belongs to.
 *
 * 1. The words of an article, English or other, are weighed: how often, how early, in the headline, as a name (features.ts), and how rare
 *    they are in general English and in the articles at hand (rarity.ts).
 * 2. Roundups and live blogs get an event of their own (roundup.ts).
 * 3. Wire copies join the event of what they copy (wire-copy.ts).
 * 4. All others are compared with the articles that share their heaviest words within two weeks (event-index.ts), by
 *    words, headline and time (similarity.ts), and join the event they are linked to most strongly, if strongly enough
 *    (assign.ts); else they begin one.
 * 5. A batch is looked at again when it is complete: events split and merge (regroup.ts).
 *
 * @param article from `eventFeatures`
 * @param placed the articles within `windowDays` days before and after it that have an event; more do no harm
 */
export function assignEvent(article: EventFeatures, placed: readonly PlacedFeatures[]): EventAssignment {
  const index = new EventIndex();
  const events = new Map<string, string>();
  const sizes = new Map<string, number>();
  for (const { features, event } of placed) {
    if (features.articleId === article.articleId) continue;
    index.add(features);
    events.set(features.articleId, event);
    sizes.set(event, (sizes.get(event) ?? 0) + 1);
  }
  return assignByLinks(
    article,
    index.links(article),
    (id) => events.get(id)!,
    (event) => sizes.get(event)!,
  );
}
