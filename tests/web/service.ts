import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { copyNewFolder } from '../support/databases';
import { ask, printed, startService as startProgram } from '../support/programs';

const builtPage = join(__dirname, '../../dist/web/graphiql/index.html');

export interface RunningService {
  /** e.g. http://127.0.0.1:41234 */
  readonly address: string;
  /** Waits until it has printed this. @throws when it ends before */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends one operation by HTTP and gives its data. @throws when the service answers with errors */
  ask(query: string, variables?: object): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

/** Starts what `npm run build` made, as `npm start` does, on a free port and with a data folder of its own, which gets the demo. */
export async function startService(environment: Record<string, string> = {}): Promise<RunningService> {
  if (!existsSync(builtPage)) throw new Error(`${builtPage} is not there: run \`npm run build\` before this test.`);
  const { folder, remove } = copyNewFolder();
  const service = await startProgram({ PARALLAX_DATA: folder, ...environment });
  return {
    address: service.address,
    printed: (pattern) => printed(service, pattern),
    ask: (query, variables) => ask(service.address, query, variables),
    stop: async () => {
      service.process.kill('SIGTERM');
      await service.finished;
      remove();
    },
  };
}
