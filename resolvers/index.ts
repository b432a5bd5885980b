import { ActorResolver } from './actor.js';
import { DecideActorsResolver } from './actors/decide.js';
import { ImportActorsResolver } from './actors/import.js';
import { ActorDecisionResolver, DecidedActorResolver } from './actors/decision.js';
import { ArticleResolver } from './article.js';
import { ArticleVersionResolver } from './article-version.js';
import { AttributionLinkResolver } from './attribution-link.js';
import { ClaimResolver } from './claim.js';
import { ClaimCountResolver } from './claim-count.js';
import { ClaimChangeResolver } from './claim-changes.js';
import { comparisonResolvers } from './comparison/index.js';
import { DataVersionResolver } from './data-version.js';
import { DemoResolver } from './demo.js';
import { EventResolver } from './event.js';
import { EvidenceResolver } from './evidence.js';
import { IngestResolver } from './ingest/ingest.js';
import { ReceiptResolver } from './ingest/receipt.js';
import { KeyResolver } from './keys.js';
import { NodeResolver } from './node.js';
import { PropositionResolver } from './proposition.js';
import { PropositionRelationResolver } from './proposition-relation.js';
import { ReprocessingResolver } from './reprocessing.js';
import { SearchResolver } from './search/search.js';
import { SourceResolver } from './source.js';

/** Everything that clients can ask. The classes hold no state; what they need is in the context. */
export const resolvers = [
  NodeResolver,
  SourceResolver,
  ArticleResolver,
  ArticleVersionResolver,
  ClaimResolver,
  AttributionLinkResolver,
  EvidenceResolver,
  ActorResolver,
  ActorDecisionResolver,
  DecidedActorResolver,
  DecideActorsResolver,
  ImportActorsResolver,
  EventResolver,
  ClaimCountResolver,
  PropositionResolver,
  PropositionRelationResolver,
  SearchResolver,
  DataVersionResolver,
  ...comparisonResolvers,
  IngestResolver,
  ReceiptResolver,
  DemoResolver,
  ClaimChangeResolver,
  KeyResolver,
  ReprocessingResolver,
] as const;
