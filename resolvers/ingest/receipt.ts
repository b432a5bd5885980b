import { Ctx, Field, FieldResolver, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import { Article } from '../../entities/index.js';
import { ReceiptStatus, type DocumentReceipt } from '../../src/jobs/jobs.js';
import type { Context } from '../../src/server/context.js';
import { articlesById } from '../../src/store/queries/rows-by-id.js';

registerEnumType(ReceiptStatus, {
  name: 'ReceiptStatus',
  description: 'What became of a document handed in.',
  valuesConfig: {
    NEW: { description: 'It is a new article.' },
    NEW_VERSION: { description: 'It is a known article whose text or headline changed.' },
    UNCHANGED: { description: 'It is a known article, the same as before.' },
    REFUSED: { description: 'It was not taken in; `error` says why.' },
  },
});

@ObjectType({ description: 'Why a document was not taken in.' })
export class DocumentError {
  @Field(() => String, { description: 'A short name for the reason, for programs.' })
  code!: string;

  @Field(() => String, { description: 'What was wrong, and what can be done, for people.' })
  message!: string;
}

@ObjectType({ description: 'What became of one document. What is not refused is stored for good when this arrives.' })
export class Receipt {
  @Field(() => ReceiptStatus, { description: 'What became of it.' })
  status!: ReceiptStatus;

  @Field(() => String, { nullable: true, description: 'Its name, as handed in. Null when none was given.' })
  name!: string | null;

  @Field(() => DocumentError, { nullable: true, description: 'Why it was refused. Null when it was not.' })
  error!: DocumentError | null;
}

@Resolver(() => Receipt)
export class ReceiptResolver {
  @FieldResolver(() => Article, { nullable: true, description: 'The article. Null when it was refused.' })
  article(@Root() receipt: DocumentReceipt, @Ctx() { loaders }: Context) {
    return receipt.articleId && loaders.load(articlesById, receipt.articleId);
  }
}
