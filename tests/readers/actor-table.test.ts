import { readActorTable } from '../../src/readers/actor-table';

const read = (text: string) => [...readActorTable(Buffer.from(text))];
const actors = (text: string) =>
  read(text).map((row) =>
    'actor' in row ? [row.line, row.actor.name, row.actor.aliases] : [row.line, row.error.code],
  );

describe('a table of actors', () => {
  test.each([
    ['a byte order mark', '\ufeffname,kind\nAnn,PERSON\n', [[2, 'Ann', []]]],
    ['a byte order mark before JSON', '\ufeff{"name":"Ann","kind":"PERSON"}\n', [[1, 'Ann', []]]],
    [
      'CR LF, and no line break at the end',
      'name,kind\r\nAnn,PERSON\r\nBea,PERSON',
      [
        [2, 'Ann', []],
        [3, 'Bea', []],
      ],
    ],
    [
      'quotation marks',
      'name,kind,aliases\n"Ann ""A"" Lee",PERSON,"Lee, Ann|A"\n',
      [[2, 'Ann "A" Lee', ['Lee, Ann', 'A']]],
    ],
    ['empty aliases', 'name,kind,aliases\nAnn,PERSON,| ||A|\n', [[2, 'Ann', ['A']]]],
    ['empty lines before the header', '\r\n\r\nname;kind\r\nAnn;PERSON\r\n', [[4, 'Ann', []]]],
    [
      'several columns of aliases',
      'name,alias,aliases,kind,alias\nAnn,A,B|C,PERSON,D\n',
      [[2, 'Ann', ['A', 'B', 'C', 'D']]],
    ],
    ['a quotation mark that is not closed', 'name,kind\n"Ann,PERSON\nBea,PERSON\n', [[2, 'TABLE_ROW_INVALID']]],
    [
      'more cells than columns',
      'name,kind\nAnn,PERSON,A\nBea,PERSON\n',
      [
        [2, 'TABLE_ROW_INVALID'],
        [3, 'Bea', []],
      ],
    ],
  ])('with %s', (_, text, expected) => {
    expect(actors(text)).toEqual(expected);
  });

  test('with a line of ten million characters goes on after it', () => {
    expect(actors(`name,kind\n${'a'.repeat(10_000_000)}\nBea,PERSON\n`)).toEqual([
      [2, 'TABLE_ROW_INVALID'],
      [3, 'Bea', []],
    ]);
  });

  test.each(['name,kind,country,Country', 'name,name,kind', 'name', '', '[{"name":"Ann","kind":"PERSON"}]'])(
    'with the header %p is refused',
    (header) => {
      expect(() => read(`${header}\nAnn,PERSON,FR,GB\n`)).toThrow(
        expect.objectContaining({ code: 'TABLE_HEADER_MISSING' }) as Error,
      );
    },
  );
});
