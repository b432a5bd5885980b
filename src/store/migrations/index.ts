import type { MigrationInterface } from 'typeorm';
import { Begin1795526583466 } from './1795526583466-begin.js';
import { Search1795537567425 } from './1795537567425-search.js';
import { Language1795541156353 } from './1795541156353-language.js';
import { DataVersion1795549391621 } from './1795549391621-data-version.js';
import { Keys1795549869873 } from './1795549869873-keys.js';
import { Orders1795550264760 } from './1795550264760-orders.js';
import { CueGrammar1796072124986 } from './1796072124986-cue-grammar.js';
import { Reprocessing1796073033687 } from './1796073033687-reprocessing.js';
import { ActorIdentity1796073200000 } from './1796073200000-actor-identity.js';
import { ListedActorNames1796080700000 } from './1796080700000-listed-actor-names.js';

/** All migrations, oldest first. */
export const migrations: (new () => MigrationInterface)[] = [
  Begin1795526583466,
  Search1795537567425,
  Language1795541156353,
  DataVersion1795549391621,
  Keys1795549869873,
  Orders1795550264760,
  CueGrammar1796072124986,
  Reprocessing1796073033687,
  ActorIdentity1796073200000,
  ListedActorNames1796080700000,
];
