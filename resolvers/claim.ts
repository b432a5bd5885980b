import { Arg, Args, Authorized, Ctx, Extensions, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { seldomOver } from '../entities/list-size.js';
import { Scope } from '../entities/enumerations.js';
import { Actor, Article, AttributionLink, Claim, Event, Evidence, Proposition, Source } from '../entities/index.js';
import type { Context } from '../src/server/context.js';
import { chainsOfClaims } from '../src/store/queries/chains-of-claims.js';
import { claimListing, siblingsOfClaims } from '../src/store/queries/claim-listing.js';
import { evidenceOfClaims } from '../src/store/queries/evidence-of-claims.js';
import {
  actorsById,
  articlesById,
  claimsById,
  eventsById,
  propositionsById,
  sourcesById,
} from '../src/store/queries/rows-by-id.js';
import { claimList, ClaimListArguments } from './lists/claim-list.js';
import { connect, type Connection } from './relay/connection.js';
import { ClaimConnection } from './relay/connections.js';
import { decodeIdOf } from './relay/global-id.js';
import { byId, firstOf, oneBy, pageOf, rowsOf } from './relay/reads.js';

const allClaims = claimList(claimListing);
const pagedSiblingsOfClaims = claimList(siblingsOfClaims);

@Resolver(() => Claim)
export class ClaimResolver {
  @Extensions(byId('Claim'))
  @Authorized(Scope.READ)
  @Query(() => Claim, { nullable: true, description: 'A claim by its id. Null when there is none with this id.' })
  claim(@Arg('id', () => ID, { description: 'Its global id.' }) id: string, @Ctx() { loaders }: Context) {
    return loaders.load(claimsById, decodeIdOf('Claim', id, 'id'));
  }

  @Extensions(pageOf(allClaims))
  @Authorized(Scope.READ)
  @Query(() => ClaimConnection, allClaims.describe('Claims.'))
  claims(
    @Args(() => ClaimListArguments) given: ClaimListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Claim>> {
    return connect(allClaims, null, given, context);
  }

  @Extensions(oneBy('article'))
  @FieldResolver(() => Article, { description: 'The article it stands in.' })
  article(@Root() claim: Claim, @Ctx() { loaders }: Context) {
    return loaders.load(articlesById, claim.articleId);
  }

  @Extensions(oneBy('source'))
  @FieldResolver(() => Source, { description: 'The outlet that published it.' })
  source(@Root() claim: Claim, @Ctx() { loaders }: Context) {
    return loaders.load(sourcesById, claim.sourceId);
  }

  @Extensions(oneBy('event'))
  @FieldResolver(() => Event, {
    nullable: true,
    description: 'The event its article is about. Null until the article is placed.',
  })
  event(@Root() claim: Claim, @Ctx() { loaders }: Context) {
    return claim.eventId && loaders.load(eventsById, claim.eventId);
  }

  @Extensions(oneBy('proposition'))
  @FieldResolver(() => Proposition, {
    nullable: true,
    description: 'What it says, shared with the claims of others that say the same. Null until lined up.',
  })
  proposition(@Root() claim: Claim, @Ctx() { loaders }: Context) {
    return claim.propositionId && loaders.load(propositionsById, claim.propositionId);
  }

  @Extensions(oneBy('speaker'))
  @FieldResolver(() => Actor, {
    nullable: true,
    description: "Who says it. Null when it could not be told, and for the outlet's own voice.",
  })
  speaker(@Root() claim: Claim, @Ctx() { loaders }: Context) {
    return claim.speakerId && loaders.load(actorsById, claim.speakerId);
  }

  @Extensions(rowsOf(chainsOfClaims))
  @Extensions(seldomOver(5))
  @FieldResolver(() => [AttributionLink], {
    description:
      'Through whom it reached the outlet, from the outlet inwards to the speaker. Empty when the outlet names no hop.',
  })
  chain(@Root() claim: Claim, @Ctx() { loaders }: Context) {
    return loaders.load(chainsOfClaims, claim.id);
  }

  @Extensions(rowsOf(evidenceOfClaims))
  @Extensions(seldomOver(10))
  @FieldResolver(() => [Evidence], {
    description: 'Where it stands, in each version of the article that holds it, the latest version first.',
  })
  evidence(@Root() claim: Claim, @Ctx() { loaders }: Context) {
    return loaders.load(evidenceOfClaims, claim.id);
  }

  @Extensions(firstOf(evidenceOfClaims))
  @FieldResolver(() => Evidence, {
    nullable: true,
    description:
      'Where it stands in the latest version that holds it. Null only when it was removed while this was answered.',
  })
  async latestEvidence(@Root() claim: Claim, @Ctx() { loaders }: Context) {
    const [latest] = await loaders.load(evidenceOfClaims, claim.id);
    return latest;
  }

  @Extensions(pageOf(pagedSiblingsOfClaims))
  @FieldResolver(
    () => ClaimConnection,
    pagedSiblingsOfClaims.describe(
      'The claims of other outlets that say the same: those of the same proposition. Empty until lined up.',
    ),
  )
  siblings(
    @Root() claim: Claim,
    @Args(() => ClaimListArguments) given: ClaimListArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Claim>> {
    return connect(pagedSiblingsOfClaims, claim.id, given, context);
  }
}
