import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

test('a set that does not exist is refused by its name, the first asked for too', () => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(__dirname, '../../eval/run.js'), 'no-such-set', 'chains'],
    { encoding: 'utf8' },
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^There is no set no-such-set\. There are: .*chains/);
});
