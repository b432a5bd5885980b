import { Arg, Ctx, Extensions, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { seldomOver } from '../../entities/list-size.js';
import { Event } from '../../entities/index.js';
import type * as values from '../../src/pipeline/values.js';
import type { Context } from '../../src/server/context.js';
import { eventsById } from '../../src/store/queries/rows-by-id.js';
import { Blindspot } from './blindspot.js';
import { ComparisonLimit } from './comparison-limit.js';
import { PropositionRow } from './proposition-row.js';
import { SourceCoverage } from './source-coverage.js';
import { SourceVoices } from './source-voices.js';
import { VoiceDivergence } from './voice-divergence.js';
import { WireGroup } from './wire-group.js';

@ObjectType({
  description: 'How the outlets differ in what they report of one event. Every item leads to its evidence.',
})
export class Comparison {
  @Extensions(seldomOver(20))
  @Field(() => [SourceCoverage], { description: 'How much each outlet reports, and when.' })
  coverage!: readonly SourceCoverage[];

  @Extensions(seldomOver(10))
  @Field(() => [WireGroup], { description: 'Articles of several outlets that print the same text.' })
  wireGroups!: readonly WireGroup[];

  @Extensions(seldomOver(20))
  @Field(() => [SourceVoices], { description: 'Whom each outlet lets speak.' })
  voices!: readonly SourceVoices[];

  @Extensions(seldomOver(50))
  @Field(() => [VoiceDivergence], { description: 'How differently each two outlets choose their speakers.' })
  divergences!: readonly VoiceDivergence[];

  @Extensions(seldomOver(20))
  @Field(() => [Blindspot], { description: 'What most others report and one outlet does not.' })
  blindspots!: readonly Blindspot[];

  @Extensions(seldomOver(10))
  @Field(() => [ComparisonLimit], { description: 'What was not computed or looked at, and why.' })
  limits!: readonly ComparisonLimit[];
}

@Resolver(() => Comparison)
export class ComparisonResolver {
  @FieldResolver(() => Event, { description: 'The event compared.' })
  event(@Root() comparison: values.Comparison, @Ctx() { loaders }: Context) {
    return loaders.load(eventsById, comparison.eventId);
  }

  @Extensions(seldomOver(30))
  @FieldResolver(() => [PropositionRow], { description: 'What is claimed, and what each outlet does with it.' })
  propositions(
    @Root() comparison: values.Comparison,
    @Arg('minimumSources', () => Int, {
      defaultValue: 1,
      description: 'Only what at least so many outlets report, those that print the same text counted once.',
    })
    minimumSources: number,
  ) {
    return comparison.propositions.filter(({ independentSources }) => independentSources >= minimumSources);
  }
}
