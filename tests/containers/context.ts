import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ignore from '@balena/dockerignore';
import { root } from './dockerfile';

const rules = ignore().add(readFileSync(join(root, '.dockerignore'), 'utf8').split('\n'));

/** Whether a path, relative to the repository, is kept out of what Docker is given. */
export const isIgnored = (path: string) => rules.ignores(path);

/** The files that Docker is given, relative to the repository. Only what the rules name at the top is looked into. */
export function filesOfContext(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !isIgnored(name))
    .flatMap((entry) => {
      if (!entry.isDirectory()) return [entry.name];
      return readdirSync(join(root, entry.name), { recursive: true, withFileTypes: true })
        .filter((below) => !below.isDirectory())
        .map((below) => join(below.parentPath, below.name).slice(root.length + 1))
        .filter((path) => !isIgnored(path));
    });
}
