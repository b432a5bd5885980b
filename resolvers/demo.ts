import { Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../src/server/context.js';

@ObjectType({ description: 'What was done with the demo.' })
export class DemoPayload {
  @Field(() => Int, { description: 'How many articles came in or went out.' })
  articles!: number;
}

@Resolver()
export class DemoResolver {
  @Mutation(() => DemoPayload, { description: 'Takes in the demo: invented outlets and articles, marked as invented.' })
  loadDemo(@Ctx() { jobs }: Context): Promise<DemoPayload> {
    return jobs.loadDemo();
  }

  @Mutation(() => DemoPayload, { description: 'Takes the demo out again, with all that was made of it.' })
  removeDemo(@Ctx() { jobs }: Context): Promise<DemoPayload> {
    return jobs.removeDemo();
  }
}
