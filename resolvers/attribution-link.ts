import { Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import { Actor, ArticleVersion, AttributionLink } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { actorsById, articleVersionsById } from '../src/store/queries/rows-by-id.js';
import { oneBy } from './relay/reads.js';

@Resolver(() => AttributionLink)
export class AttributionLinkResolver {
  @Extensions(oneBy('actor'))
  @FieldResolver(() => Actor, {
    nullable: true,
    description: 'Who or what it is. Null when the words could not be told to be anybody.',
  })
  actor(@Root() link: AttributionLink, @Ctx() { loaders }: Context) {
    return link.actorId && loaders.load(actorsById, link.actorId);
  }

  @Extensions(oneBy('articleVersion'))
  @FieldResolver(() => ArticleVersion, {
    nullable: true,
    description: 'The version that the link was read from. Null only when it was removed while this was answered.',
  })
  version(@Root() link: AttributionLink, @Ctx() { loaders }: Context) {
    return loaders.load(articleVersionsById, link.articleVersionId);
  }
}
