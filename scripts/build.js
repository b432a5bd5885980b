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
// The compiler leaves binary weights and word lists behind.
for (const data of ['src/language/en/weights', 'src/language/en/lists']) {
  cpSync(join(root, data), join(root, 'dist', data), { recursive: true });
}
if (!process.argv.includes('--service-only')) {
  run('vite/bin/vite.js', 'build', '--config', 'web/vite.config.mjs', '--logLevel', 'warn');
}
