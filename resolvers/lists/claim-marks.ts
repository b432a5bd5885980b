import { Field, ID, InputType } from 'type-graphql';
import { ClaimKind } from '../../src/pipeline/values.js';
import { anyOf, filterIds, filterList } from './filter-values.js';

/** What tells claims apart in a list of them as well as in the log of their changes. */
@InputType()
export abstract class ClaimMarks {
  @Field(() => [ID], anyOf('claims in articles of these Sources'))
  sources?: string[] | null;

  @Field(() => [ID], anyOf('claims whose speaker is one of these Actors'))
  speakers?: string[] | null;

  @Field(() => [ID], anyOf('claims in articles about these Events'))
  events?: string[] | null;

  @Field(() => [ClaimKind], anyOf('claims whose words relate so to what was said'))
  kinds?: ClaimKind[] | null;
}

/** @throws ParallaxError BAD_USER_INPUT for an id of another type, and for a list that is empty or too long */
export function filterMarks(filter: ClaimMarks | null | undefined) {
  return {
    sources: filterIds('Source', filter?.sources, 'filter.sources'),
    speakers: filterIds('Actor', filter?.speakers, 'filter.speakers'),
    events: filterIds('Event', filter?.events, 'filter.events'),
    kinds: filterList(filter?.kinds, 'filter.kinds'),
  };
}
