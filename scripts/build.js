// Builds dist/: the service by TypeScript, the GraphiQL page by Vite.
//   node scripts/build.js [--service-only]
const { execFileSync } = require('node:child_process');
const { cpSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const run = (script, ...args) =>
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' });

for (const folder of ['src', 'entities', 'resolvers']) {
  rmSync(join(root, 'dist', folder), { recursive: true, force: true });
}
run('typescript/bin/tsc');
// The compiler leaves binary weights behind.
cpSync(join(root, 'src/language/en/weights'), join(root, 'dist/src/language/en/weights'), { recursive: true });
if (!process.argv.includes('--service-only')) {
  run('vite/bin/vite.js', 'build', '--config', 'web/vite.config.mjs', '--logLevel', 'warn');
}
