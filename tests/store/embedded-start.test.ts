import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { copyEmbeddedFolder } from '../support/databases';

test('a command on the embedded database ends before any of it is worth optimising', () => {
  const { folder, remove } = copyEmbeddedFolder();
  try {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--trace-wasm-compilation-times', join(__dirname, '../../dist/src/cli.js'), 'keys', 'list'],
      {
        env: { PATH: process.env.PATH, HOME: process.env.HOME, PARALLAX_DATA: folder },
        encoding: 'utf8',
        maxBuffer: 2 ** 24,
      },
    );
    expect(status).toBe(0);
    const compilers = new Set(Array.from(stdout.matchAll(/^Compiled function .* using (\w+)/gm), ([, name]) => name));
    expect([...compilers]).toEqual(['Liftoff']);
  } finally {
    remove();
  }
});
