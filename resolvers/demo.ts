import { Arg, Authorized, Ctx, Extensions, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { seldomOver } from '../entities/list-size.js';
import { Scope } from '../entities/enumerations.js';
import { ReceiptStatus, type DemoStep } from '../src/jobs/jobs.js';
import type { Context } from '../src/server/context.js';

@ObjectType({ description: 'What was done with the demo.' })
export class DemoPayload {
  @Field(() => Int, { description: 'How many articles came in or went out.' })
  articles!: number;
}

@ObjectType({ description: 'A document of a delivery of the demo.' })
export class DemoDocument {
  @Field(() => ReceiptStatus, { description: 'What became of it.' })
  status!: ReceiptStatus;

  @Field(() => String, { nullable: true, description: 'Its headline, as it stands now. Null when it was refused.' })
  headline!: string | null;
}

@ObjectType({
  description: 'One delivery of the demo: what one of its outlets had to give at one time, and what came of it.',
})
export class DemoDeliveryPayload {
  @Field(() => Int, { description: 'Which one, from 0.' })
  number!: number;

  @Field(() => Int, { description: 'How many there are.' })
  deliveries!: number;

  @Field(() => String, { description: 'Name of the outlet.' })
  source!: string;

  @Field(() => Date, { description: 'When it was seen, in the time of the demo.' })
  seenAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the next one was seen; null after the last.' })
  nextSeenAt!: Date | null;

  @Extensions(seldomOver(20))
  @Field(() => [DemoDocument], { description: 'The documents in it, in its order.' })
  documents!: readonly DemoDocument[];

  @Field(() => Int, { description: 'Claims that it added.' })
  added!: number;

  @Field(() => Int, { description: 'Changes that it brought to claims that were known.' })
  changed!: number;

  @Field(() => Int, { description: 'Claims that its outlet no longer makes.' })
  retracted!: number;
}

@Resolver()
export class DemoResolver {
  @Authorized(Scope.INGEST)
  @Mutation(() => DemoPayload, { description: 'Takes in the demo: invented outlets and articles, marked as invented.' })
  loadDemo(@Ctx() { jobs }: Context): Promise<DemoPayload> {
    return jobs.loadDemo();
  }

  @Authorized(Scope.INGEST)
  @Mutation(() => DemoDeliveryPayload, {
    description:
      'Takes in one delivery of the demo and waits for its analysis. One after the other, in the rhythm of `seenAt`, they replay the demo.',
  })
  loadDemoDelivery(
    @Arg('number', () => Int, { description: 'Which one, from 0.' }) number: number,
    @Ctx() { jobs }: Context,
  ): Promise<DemoStep> {
    return jobs.loadDemoDelivery(number);
  }

  @Authorized(Scope.CURATE)
  @Mutation(() => DemoPayload, {
    description:
      'Takes the demo out again, with all that was made of it. Followers of claim changes are told each of its claims as RETRACTED.',
  })
  removeDemo(@Ctx() { jobs }: Context): Promise<DemoPayload> {
    return jobs.removeDemo();
  }
}
