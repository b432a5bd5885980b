import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const list = `
  require('reflect-metadata');
  require(process.argv[1]);
  console.log(Object.keys(require.cache).join('\\n'));
`;

// Most of what a command would load, and of the time that it would take, is what only the service needs.
test.each(['actors', 'demo', 'demo-replay', 'ingest', 'keys', 'reprocess'])(
  'a service may do the work of %s, so it loads the database and the pipeline only where none does',
  (name) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['-e', list, join(__dirname, '../../dist/src/commands', `${name}.js`)],
      { cwd: join(__dirname, '../..'), encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(stdout).toContain(`/commands/${name}.js\n`);
    expect(stdout).not.toMatch(/node_modules\/(typeorm|pg|graphql|@electric-sql|compromise|linkedom)\//);
  },
);
