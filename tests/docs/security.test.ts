import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(__dirname, '../../docs');
const page = readFileSync(join(docs, 'security.md'), 'utf8');

test('every check that docs/security.md names exists', () => {
  const paths = [...page.matchAll(/`(tests\/[\w/.-]+)`/g)].map(([, path]) => path as string);
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(docs, '..', path)))).toEqual([]);
});

test('every page and section that it links to exists', () => {
  const anchorsOf = (file: string) =>
    [...readFileSync(join(docs, file), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
  const links = [...page.matchAll(/\]\(([\w-]+\.md)(?:#([\w-]+))?\)/g)];
  expect(links.length).toBeGreaterThan(5);
  for (const [link, file = '', anchor] of links) {
    expect([link, existsSync(join(docs, file))]).toEqual([link, true]);
    if (anchor) expect(anchorsOf(file)).toContain(anchor);
  }
});
