import { DataSource, type DataSourceOptions } from 'typeorm';
import {
  Actor,
  ActorDecision,
  ActorSearch,
  ActorSighting,
  ApiKey,
  Article,
  ArticleSearch,
  ArticleVersion,
  AttributionLink,
  Claim,
  ClaimChange,
  ClaimSearch,
  Event,
  EventSearch,
  Evidence,
  ListedActor,
  ListedActorForm,
  Proposition,
  PropositionRelation,
  RawDocument,
  Reprocessing,
  ReprocessingArticle,
  Source,
  StoredComparison,
} from '../../entities/index.js';
import { migrations } from './migrations/index.js';
import { SnakeNamingStrategy } from './naming.js';

/** Longest wait for a connection: on the embedded database a query outside its transaction would wait for ever. */
export const connectionTimeoutMillis = 15_000;

const tables = [
  Actor,
  ActorDecision,
  ActorSearch,
  ActorSighting,
  ApiKey,
  Article,
  ArticleSearch,
  ArticleVersion,
  AttributionLink,
  Claim,
  ClaimChange,
  ClaimSearch,
  Event,
  EventSearch,
  Evidence,
  ListedActor,
  ListedActorForm,
  Proposition,
  PropositionRelation,
  RawDocument,
  Reprocessing,
  ReprocessingArticle,
  Source,
  StoredComparison,
];

/** How to reach a database: the options of the `pg` pool. */
export interface Connection {
  readonly url?: string;
  /** Options of `pg`'s pool that are handed through, such as the embedded database's connection. */
  readonly pool?: object;
  readonly maximumConnections: number;
}

/** A TypeORM data source with all entities and migrations, not yet initialized. */
export function createDataSource(connection: Connection): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    url: connection.url,
    entities: tables,
    migrations,
    migrationsTableName: 'migration',
    // All or nothing: a migration that fails leaves the database as it was.
    migrationsTransactionMode: 'all',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    installExtensions: false,
    extra: { ...connection.pool, max: connection.maximumConnections, connectionTimeoutMillis },
  };
  return new DataSource(options);
}
