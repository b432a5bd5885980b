import { Arg, Authorized, Ctx, Extensions, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Scope } from '../entities/enumerations.js';
import type { GraphQLResolveInfo } from 'graphql';
import { Node } from '../entities/index.js';
import { ParallaxError } from '../src/errors.js';
import type { Context, Question } from '../src/server/context.js';
import * as rows from '../src/store/queries/rows-by-id.js';
import { largestPageSize } from './relay/connection-arguments.js';
import { decodeId, encodeId, type NodeTypeName } from './relay/global-id.js';
import { byId } from './relay/reads.js';

const questions: { readonly [Type in NodeTypeName]: Question<void, object | null> } = {
  Source: rows.sourcesById,
  Article: rows.articlesById,
  ArticleVersion: rows.articleVersionsById,
  Claim: rows.claimsById,
  Actor: rows.actorsById,
  Event: rows.eventsById,
  Proposition: rows.propositionsById,
};

function find(globalId: string, argument: string, { loaders }: Context): Promise<object | null> {
  const { type, id } = decodeId(globalId, argument);
  return loaders.load(questions[type], id);
}

@Resolver(() => Node)
export class NodeResolver {
  @Extensions(byId(null))
  @Authorized(Scope.READ)
  @Query(() => Node, { nullable: true, description: 'Anything by its id. Null when there is nothing with this id.' })
  node(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() context: Context): Promise<unknown> {
    return find(id, 'id', context);
  }

  @Authorized(Scope.READ)
  @Query(() => [Node], {
    nullable: 'items',
    description: 'Several things by their ids, in the order of the ids; null for an id that nothing has.',
  })
  async nodes(
    @Arg('ids', () => [ID], { description: `Their global ids, at most ${largestPageSize}.` }) ids: string[],
    @Ctx() context: Context,
  ): Promise<unknown[]> {
    if (ids.length > largestPageSize) {
      throw new ParallaxError('BAD_USER_INPUT', `\`ids\` holds ${ids.length} ids; ${largestPageSize} are the most.`);
    }
    return Promise.all(ids.map((id) => find(id, 'ids', context)));
  }

  @FieldResolver()
  id(@Root() { id }: { id: string }, @Info() { parentType }: GraphQLResolveInfo): string {
    return encodeId(parentType.name as NodeTypeName, id);
  }
}
