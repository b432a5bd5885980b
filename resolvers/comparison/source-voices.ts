import { Ctx, Extensions, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { seldomOver } from '../../entities/list-size.js';
import { Source } from '../../entities/index.js';
import type * as values from '../../src/pipeline/values.js';
import type { Context } from '../../src/server/context.js';
import { sourcesById } from '../../src/store/queries/rows-by-id.js';
import { Estimate } from './estimate.js';
import { VoiceShare } from './voice-share.js';

@ObjectType({ description: 'Whom one outlet lets speak.' })
export class SourceVoices {
  @Field(() => Int, { description: 'How many attributed claims stand in its independent articles.' })
  claimCount!: number;

  @Extensions(seldomOver(20))
  @Field(() => [VoiceShare], { description: 'Each speaker, with how much it is heard.' })
  voices!: readonly VoiceShare[];

  @Field(() => Estimate, {
    description: 'How evenly many speakers are heard: Shannon entropy in bits. 0 when there is a single one.',
  })
  entropy!: Estimate;

  @Field(() => Estimate, {
    description: 'How unequally they are heard: Gini coefficient, 0 equal, towards 1 concentrated on few.',
  })
  gini!: Estimate;

  @Field(() => Estimate, { description: 'Part of the claims whose speaker is not named, 0 to 1.' })
  anonymousShare!: Estimate;

  @Field(() => Estimate, { description: 'Part of the claims that reach the outlet through at least one hop, 0 to 1.' })
  secondHandShare!: Estimate;
}

@Resolver(() => SourceVoices)
export class SourceVoicesResolver {
  @FieldResolver(() => Source, { description: 'The outlet.' })
  source(@Root() voices: values.SourceVoices, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesById, voices.sourceId);
  }

  @FieldResolver()
  claimCount(@Root() voices: values.SourceVoices): number {
    return voices.claims;
  }
}
