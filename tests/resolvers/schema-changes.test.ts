import { readFileSync } from 'node:fs';
import { places, schemaChanges } from '../../scripts/schema-changes';

test('every change since the last release that can break a client has a note', async () => {
  const [released, current, notes] = Object.values(places).map((file) => readFileSync(file, 'utf8'));
  const changes = await schemaChanges(released as string, current as string, notes as string);
  expect(changes.filter(({ isNoted }) => !isNoted)).toEqual([]);
});

describe('of a made-up pair of schemas', () => {
  const released = 'enum Colour { RED } type Query { colour: Colour size: Int }';
  const current = 'enum Colour { RED BLUE } type Query { colour: Colour weight: Int }';
  const notes = (...lines: string[]) =>
    `# Changes\n\n## Unreleased\n\n${lines.join('\n')}\n\n## 1.0.0\n\n- \`Query.size\` is new.\n`;
  const silent = async (text: string) =>
    (await schemaChanges(released, current, text))
      .filter(({ isNoted }) => !isNoted)
      .map(({ level, path }) => [level, path]);

  test('what breaks or endangers clients fails without a note, also when an older release has one', async () => {
    expect((await silent(notes())).toSorted()).toEqual([
      ['BREAKING', 'Query.size'],
      ['DANGEROUS', 'Colour.BLUE'],
    ]);
  });

  test('notes that name the paths are enough, and the rest needs none', async () => {
    expect(await silent(notes('- `Query.size` is gone: ask for `weight`.', '- `Colour.BLUE` is new.'))).toEqual([]);
    expect(await schemaChanges(released, current, notes())).toContainEqual(
      expect.objectContaining({ level: 'NON_BREAKING', path: 'Query.weight', isNoted: true }),
    );
  });
});
