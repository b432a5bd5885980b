import { Arg, Authorized, Ctx, Extensions, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Scope } from '../entities/enumerations.js';
import type { GraphQLResolveInfo } from 'graphql';
import { Node } from '../entities/index.js';
import type { Context, Question } from '../src/server/context.js';
import * as rows from '../src/store/queries/rows-by-id.js';
import { largestPageSize } from './relay/connection-arguments.js';
import { decodeIds } from './relay/decode-ids.js';
import { decodeId, encodeId, type NodeTypeName } from './relay/global-id.js';
import { byId, byIds } from './relay/reads.js';

const questions: { readonly [Type in NodeTypeName]: Question<void, object | null> } = {
  Source: rows.sourcesById,
  Article: rows.articlesById,
  ArticleVersion: rows.articleVersionsById,
  Claim: rows.claimsById,
  Actor: rows.actorsById,
  Event: rows.eventsById,
  Proposition: rows.propositionsById,
};

@Resolver(() => Node)
export class NodeResolver {
  @Extensions(byId(null))
  @Authorized(Scope.READ)
  @Query(() => Node, { nullable: true, description: 'Anything by its id. Null when there is nothing with this id.' })
  node(
    @Arg('id', () => ID, { description: 'Its global id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<unknown> {
    const { type, id: databaseId } = decodeId(id, 'id');
    return loaders.load(questions[type], databaseId);
  }

  @Authorized(Scope.READ)
  @Extensions(byIds)
  @Query(() => [Node], {
    nullable: 'items',
    description: 'Several things by their ids, in the order of the ids; null for an id that nothing has.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: `Their global ids, at most ${largestPageSize}.` }) ids: string[],
    @Ctx() context: Context,
  ): Promise<unknown[]> {
    return Promise.all(decodeIds(ids).map(({ type, id }) => context.loaders.load(questions[type], id)));
  }

  @FieldResolver()
  id(@Root() { id }: { id: string }, @Info() { parentType }: GraphQLResolveInfo): string {
    return encodeId(parentType.name as NodeTypeName, id);
  }
}
