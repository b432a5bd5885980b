import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const list = `
  require('reflect-metadata');
  require(process.argv[1]);
  console.log(Object.keys(require.cache).join('\\n'));
`;

/** The files that are loaded with a command. */
function loadedWith(name: string): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['-e', list, join(__dirname, '../../dist/src/commands', `${name}.js`)],
    { cwd: join(__dirname, '../..'), encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout).toContain(`/commands/${name}.js\n`);
  return stdout;
}

// Most of what a command would load, and of the time that it would take, is what only the service needs.
test.each(['actors', 'demo', 'demo-replay', 'ingest', 'keys', 'reprocess'])(
  'a service may do the work of %s, so it loads the database and the pipeline only where none does',
  (name) => {
    expect(loadedWith(name)).not.toMatch(/node_modules\/(typeorm|pg|graphql|@electric-sql|linkedom)\//);
  },
);

test('a service starts without the readers of formats', () => {
  expect(loadedWith('serve')).not.toMatch(/node_modules\/(feedsmith|linkedom|chrono-node)\//);
});

test('a mistake in the configuration is told before the service is loaded', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '-e',
      `process.on('exit', () => console.log(Object.keys(require.cache).join('\\n'))); require(process.argv[1]);`,
      join(__dirname, '../../dist/src/main.js'),
    ],
    { env: { PATH: process.env.PATH, PORT: 'none' }, encoding: 'utf8' },
  );
  expect(stderr).toMatch(/^CONFIGURATION_INVALID: PORT/);
  expect(stdout).toContain('/src/config.js');
  expect(stdout).not.toContain('/commands/serve.js');
});
