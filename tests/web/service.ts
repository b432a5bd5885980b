import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { copyDemoFolder } from '../support/databases';
import { ask, startService as startProgram } from '../support/programs';

const builtPage = join(__dirname, '../../dist/web/graphiql/index.html');

export interface RunningService {
  /** e.g. http://127.0.0.1:41234 */
  readonly address: string;
  /** Sends one operation by HTTP and gives its data. @throws when the service answers with errors */
  ask(query: string, variables?: object): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

/** Starts what `npm run build` made, as `npm start` does, on a free port and with a data folder of its own, in which the demo is. */
export async function startService(environment: Record<string, string> = {}): Promise<RunningService> {
  if (!existsSync(builtPage)) throw new Error(`${builtPage} is not there: run \`npm run build\` before this test.`);
  const { folder, remove } = await copyDemoFolder();
  const service = await startProgram({ PARALLAX_DATA: folder, ...environment });
  return {
    address: service.address,
    ask: (query, variables) => ask(service.address, query, variables),
    stop: async () => {
      service.process.kill('SIGTERM');
      await service.finished;
      remove();
    },
  };
}
