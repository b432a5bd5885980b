// Builds dist/: the service by TypeScript, the GraphiQL page by Vite.
const { execFileSync } = require('node:child_process');
const { existsSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const run = (script, ...args) =>
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' });

rmSync(join(root, 'dist'), { recursive: true, force: true });
run('typescript/bin/tsc');
if (existsSync(join(root, 'web/vite.config.mjs')))
  run('vite/bin/vite.js', 'build', '--config', 'web/vite.config.mjs', '--logLevel', 'warn');
