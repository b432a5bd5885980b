import { Arg, Args, Authorized, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { seldomOver } from '../entities/list-size.js';
import { Scope } from '../entities/enumerations.js';
import { Claim, Event, Proposition, PropositionRelation, Source } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { claimsOfPropositions } from '../src/store/queries/claim-listing.js';
import { propositionListing } from '../src/store/queries/proposition-listing.js';
import { relationsOfPropositions } from '../src/store/queries/relations-of-propositions.js';
import { eventsById, propositionsById } from '../src/store/queries/rows-by-id.js';
import { claimList, ClaimListArguments } from './lists/claim-list.js';
import { propositionList, PropositionListArguments } from './lists/proposition-list.js';
import { connect, type Connection } from './relay/connection.js';
import { ClaimConnection, PropositionConnection } from './relay/connections.js';
import { decodeIdOf } from './relay/global-id.js';
import { byId, oneBy, pageOf, rowsOf } from './relay/reads.js';
import { claimCountsOfPropositions } from '../src/store/queries/claim-counts.js';
import { sourcesOfPropositions } from '../src/store/queries/sources-of-propositions.js';
import { ClaimCount } from './claim-count.js';

const allPropositions = propositionList(propositionListing);
const pagedClaimsOfPropositions = claimList(claimsOfPropositions);

@Resolver(() => Proposition)
export class PropositionResolver {
  @Extensions(byId('Proposition'))
  @Authorized(Scope.READ)
  @Query(() => Proposition, {
    nullable: true,
    description: 'A proposition by its id. Null when there is none with this id.',
  })
  proposition(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.load(propositionsById, decodeIdOf('Proposition', id, 'id'));
  }

  @Extensions(pageOf(allPropositions))
  @Authorized(Scope.READ)
  @Query(() => PropositionConnection, allPropositions.describe('Propositions.'))
  propositions(
    @Args(() => PropositionListArguments) given: PropositionListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Proposition>> {
    return connect(allPropositions, null, given, context);
  }

  @Extensions(oneBy('event'))
  @FieldResolver(() => Event, { description: 'The event it is about.' })
  event(@Root() proposition: Proposition, @Ctx() { loaders }: Context) {
    return loaders.load(eventsById, proposition.eventId);
  }

  @Extensions(pageOf(pagedClaimsOfPropositions))
  @FieldResolver(() => ClaimConnection, pagedClaimsOfPropositions.describe('The claims that say it.'))
  claims(
    @Root() proposition: Proposition,
    @Args(() => ClaimListArguments) given: ClaimListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Claim>> {
    return connect(pagedClaimsOfPropositions, proposition.id, given, context);
  }

  @Extensions(rowsOf(relationsOfPropositions))
  @Extensions(seldomOver(20))
  @FieldResolver(() => [PropositionRelation], {
    description: 'How it relates to other propositions; it may be the first or the second. The surest first.',
  })
  relations(@Root() proposition: Proposition, @Ctx() { loaders }: Context) {
    return loaders.load(relationsOfPropositions, proposition.id);
  }

  @Extensions(rowsOf(sourcesOfPropositions))
  @Extensions(seldomOver(20))
  @FieldResolver(() => [Source], { description: 'The outlets that carry it, by name.' })
  sources(@Root() proposition: Proposition, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesOfPropositions, proposition.id);
  }

  @Extensions(rowsOf(claimCountsOfPropositions))
  @Extensions(seldomOver(50))
  @FieldResolver(() => [ClaimCount], {
    description: 'Which outlets carry it in whose words, with how many claims each; the most first.',
  })
  claimCounts(@Root() proposition: Proposition, @Ctx() { loaders }: Context) {
    return loaders.load(claimCountsOfPropositions, proposition.id);
  }
}
