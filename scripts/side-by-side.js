// Runs scripts of package.json beside each other and prints what each said when it ends, one after the other.
//   node scripts/side-by-side.js SCRIPT...
// Fails when any of them does; the others are let finish, so that one run shows all that is wrong.
const { spawn } = require('node:child_process');

/** @returns whether the script went through */
function run(script) {
  const child = spawn('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm is a command file on Windows.
    shell: process.platform === 'win32',
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${script} could not be started: ${error.message}\n`);
      resolve(false);
    });
    child.once('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      if (status !== 0) process.stderr.write(`\nnpm run ${script} failed.\n`);
      resolve(status === 0);
    });
  });
}

Promise.all(process.argv.slice(2).map(run)).then((ends) => {
  process.exitCode = ends.every(Boolean) ? 0 : 1;
});
