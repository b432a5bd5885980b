import type { MigrationInterface } from 'typeorm';
import { Begin1795526583466 } from './1795526583466-begin.js';
import { Search1795537567425 } from './1795537567425-search.js';
import { Language1795541156353 } from './1795541156353-language.js';
import { DataVersion1795549391621 } from './1795549391621-data-version.js';

/** All migrations, oldest first. */
export const migrations: (new () => MigrationInterface)[] = [
  Begin1795526583466,
  Search1795537567425,
  Language1795541156353,
  DataVersion1795549391621,
];
