import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watch } from '../support/programs';

/** How long a program may take, in milliseconds: one that waits for ever is ended, and what it printed is shown. */
const patience = 60_000;

const root = join(__dirname, '../..');

/** A copy of a client's project, in a folder of its own, with the packages and the schema of this repository. */
export interface Workshop {
  readonly folder: string;
  /**
   * Runs a program of a package, e.g. `typescript/bin/tsc`, or a file of the project.
   * @returns what it printed; @throws when it ends with another status than 0
   */
  run(program: string, ...words: string[]): Promise<string>;
  /** Starts a compiled program of the project on its target. @returns what it reports */
  report<Report>(program: string, target: object): Promise<Report>;
  remove(): void;
}

/** @param project a folder of tests/clients/projects */
export function openWorkshop(project: string): Workshop {
  const folder = mkdtempSync(join(tmpdir(), `parallax-${project}-`));
  cpSync(join(__dirname, 'projects', project), folder, { recursive: true });
  cpSync(join(__dirname, 'projects/target.ts'), join(folder, 'src/target.ts'));
  cpSync(join(root, 'schema.graphql'), join(folder, 'schema.graphql'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');

  const run: Workshop['run'] = async (program, ...words) => {
    const file = program.startsWith('.') ? program : join('node_modules', program);
    const child = spawn(process.execPath, [file, ...words], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const giveUp = setTimeout(() => child.kill(), patience);
    const { status, stdout, stderr } = await watch(child).finished;
    clearTimeout(giveUp);
    if (status !== 0) throw new Error(`${program} ended with status ${status}:\n${stdout}${stderr}`);
    return stdout;
  };
  return {
    folder,
    run,
    async report(program, target) {
      return JSON.parse(await run(`./compiled/${program}.js`, JSON.stringify(target))) as never;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
