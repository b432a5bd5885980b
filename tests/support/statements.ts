import type { Logger } from 'typeorm';
import type { Store } from '../../src/store/store';

/** The queues look for work from time to time, whatever is being tested. */
const queueLooks =
  /^(SELECT v\.id FROM article_version v JOIN article a .*\s+WHERE v\.analysis_state IN|UPDATE reprocessing_article SET takings)/;

/** The statements that reach the database while something is done. */
export async function statementsOf(store: Store, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const { logger } = store.dataSource;
  const drop = () => undefined;
  const listener: Logger = {
    logQuery: (statement) => statements.push(statement),
    logQueryError: drop,
    logQuerySlow: drop,
    logSchemaBuild: drop,
    logMigration: drop,
    log: drop,
  };
  store.dataSource.logger = listener;
  try {
    await work();
  } finally {
    store.dataSource.logger = logger;
  }
  return statements.filter((statement) => !queueLooks.test(statement));
}
