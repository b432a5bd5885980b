import type { MigrationInterface } from 'typeorm';
import { Begin1795526583466 } from './1795526583466-begin.js';

/** All migrations, oldest first. */
export const migrations: (new () => MigrationInterface)[] = [Begin1795526583466];
