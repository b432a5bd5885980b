import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { Source } from '../../entities/index.js';
import type * as values from '../../src/pipeline/values.js';
import type { Context } from '../../src/server/context.js';
import { sourcesById } from '../../src/store/queries/rows-by-id.js';
import { Estimate } from './estimate.js';

@ObjectType({ description: 'How differently two outlets share out their claims among speakers.' })
export class VoiceDivergence {
  @Field(() => Estimate, {
    description:
      'Jensen–Shannon divergence in bits, minus what it is on average when the articles are dealt out at random.',
  })
  excess!: Estimate;
}

@Resolver(() => VoiceDivergence)
export class VoiceDivergenceResolver {
  @FieldResolver(() => Source, { description: 'One outlet.' })
  firstSource(@Root() divergence: values.VoiceDivergence, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesById, divergence.firstSourceId);
  }

  @FieldResolver(() => Source, { description: 'The other outlet.' })
  secondSource(@Root() divergence: values.VoiceDivergence, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesById, divergence.secondSourceId);
  }
}
