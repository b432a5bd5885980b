import { execFile, type ExecFileException } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(__dirname, '../../scripts/side-by-side.js');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-side-by-side-'));
  const print = (text: string) => `node -p "'${text}'"`;
  const scripts = {
    // Each waits for what the other writes: one after the other they would never end.
    ping: `node -e "const { existsSync, writeFileSync } = fs; writeFileSync('ping', ''); (function look() { if (!existsSync('pong')) setTimeout(look, 10); })()"`,
    pong: `node -e "const { existsSync, writeFileSync } = fs; writeFileSync('pong', ''); (function look() { if (!existsSync('ping')) setTimeout(look, 10); })()"`,
    good: print('all is well'),
    bad: `${print('something is wrong')} && exit 3`,
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'scripts', scripts }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...scripts: string[]) =>
  new Promise<{ status: ExecFileException['code']; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [program, ...scripts], { cwd: folder }, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? 0, stdout, stderr }),
    );
  });

test('scripts run at the same time', async () => {
  expect(await run('ping', 'pong')).toMatchObject({ status: 0, stderr: '' });
});

test('one that fails makes the whole fail, and the others say what they have to say all the same', async () => {
  const { status, stdout, stderr } = await run('bad', 'good');
  expect(status).toBe(1);
  expect(stdout).toContain('something is wrong');
  expect(stdout).toContain('all is well');
  expect(stderr).toContain('npm run bad failed.');
  expect(stderr).not.toContain('good failed');
});

test('one that is not there fails', async () => {
  expect(await run('nothing')).toMatchObject({ status: 1 });
});
