import { Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import { ArticleVersion, Evidence } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { articleVersionsById } from '../src/store/queries/rows-by-id.js';
import { oneBy } from './relay/reads.js';

@Resolver(() => Evidence)
export class EvidenceResolver {
  @Extensions(oneBy('articleVersion'))
  @FieldResolver(() => ArticleVersion, { description: 'The version of the article that the offsets count in.' })
  version(@Root() evidence: Evidence, @Ctx() { loaders }: Context) {
    return loaders.load(articleVersionsById, evidence.articleVersionId);
  }
}
