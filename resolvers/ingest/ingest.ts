import { Arg, Authorized, Ctx, Extensions, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { atMost } from '../../entities/list-size.js';
import { Scope } from '../../entities/enumerations.js';
import { ParallaxError } from '../../src/errors.js';
import { ReceiptStatus, type DocumentReceipt } from '../../src/jobs/jobs.js';
import type { Context } from '../../src/server/context.js';
import { DocumentInput, toSubmission } from './document-input.js';
import { Receipt } from './receipt.js';

const mostDocuments = 100;

@InputType({ description: 'Documents to take in.' })
export class IngestInput {
  @Field(() => [DocumentInput], { description: `The documents, at most ${mostDocuments}.` })
  documents!: DocumentInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether to answer only when the claims in them are found, which takes longer.',
  })
  waitForAnalysis!: boolean;
}

@ObjectType({ description: 'What became of the documents handed in.' })
export class IngestPayload {
  @Extensions(atMost(mostDocuments))
  @Field(() => [Receipt], {
    description: 'One for each document, in their order; JSON Lines hold several documents in one.',
  })
  receipts!: readonly DocumentReceipt[];

  @Field(() => Int, { description: 'How many were taken in or were here already.' })
  accepted!: number;

  @Field(() => Int, { description: 'How many were refused.' })
  refused!: number;
}

@Resolver()
export class IngestResolver {
  @Authorized(Scope.INGEST)
  @Mutation(() => IngestPayload, {
    description: 'Takes documents in. Each is judged on its own: one that is refused does not hold up the others.',
  })
  async ingest(
    @Arg('input', () => IngestInput, { description: 'The documents, and whether to wait.' }) input: IngestInput,
    @Ctx() { jobs }: Context,
  ): Promise<IngestPayload> {
    if (input.documents.length > mostDocuments) {
      throw new ParallaxError(
        'BAD_USER_INPUT',
        `\`input.documents\` holds ${input.documents.length} documents; ${mostDocuments} are the most.`,
      );
    }
    const submissions = input.documents.map((document, index) => toSubmission(document, `input.documents[${index}]`));
    const receipts: DocumentReceipt[] = [];
    for (const submission of submissions) receipts.push(...(await jobs.accept(submission)));
    if (input.waitForAnalysis) await jobs.settle();
    const refused = receipts.filter(({ status }) => status === ReceiptStatus.REFUSED).length;
    return { receipts, accepted: receipts.length - refused, refused };
  }
}
