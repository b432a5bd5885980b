import {
  buildSchema,
  getOperationAST,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type GraphQLObjectType,
} from 'graphql';
import type { ListSize } from '../../../entities/list-size';
import { createSchema } from '../../../src/server/schema';
import { limitSize, maximumFields } from '../../../src/server/limits/size';
import { startService, type Service } from '../support';

const schema = createSchema();

/** How many fields an operation is counted to have; the largest that passes otherwise. */
function sentenceOf(query: string, variables: Record<string, unknown> = {}): string {
  const document = parse(query);
  try {
    limitSize(schema, document, getOperationAST(document)!, variables);
    return 'passes';
  } catch (error) {
    return (error as Error).message;
  }
}

const fieldsOf = (query: string) => {
  const document = parse(query);
  return limitSize(schema, document, getOperationAST(document)!, {});
};

test('counts one document anew for other variables and for another schema', () => {
  const document = parse(
    'query ($first: Int, $ids: [ID!]!) { claims(first: $first) { nodes { id } } nodes(ids: $ids) { id } }',
  );
  const operation = getOperationAST(document)!;
  const sizes = [
    [5, []],
    [50, []],
    [5, ['a', 'b']],
  ].map(([first, ids]) => limitSize(schema, document, operation, { first, ids }));
  expect(new Set(sizes).size).toBe(3);
  const other = parse('{ claims(first: 5) { nodes { id } } }');
  const counted = () => limitSize(schema, other, getOperationAST(other)!, {});
  expect([counted(), counted()]).toEqual([11, 11]);
  expect(limitSize(buildSchema('type Query { claims(first: Int): String }'), other, getOperationAST(other)!, {})).toBe(
    1,
  );
});

const nested = (page: string) =>
  `{ claims(${page}) { nodes { event { claims(${page}) { nodes { event { claims(${page}) { nodes { id } } } } } } } } }`;

describe('the size of an answer', () => {
  test.each([
    ['first: 100', 'The answer could have 2030301 fields; 250000 are the most.'],
    ['last: 100', 'The answer could have 2030301 fields'],
    ['first: 1000000', 'The answer could have 2030301 fields'],
    ['first: 40', 'passes'],
    ['last: null', 'passes'],
    ['first: 0', 'passes'],
    ['first: -100', 'passes'],
  ])('three pages of (%s), one in the other: %s', (page, sentence) => {
    expect(sentenceOf(nested(page))).toContain(sentence);
  });

  test('a page size in a variable counts, given or by default', () => {
    const query = (type: string) => `query ($n: ${type}) ${nested('first: $n')}`;
    expect(sentenceOf(query('Int'), { n: 100 })).toContain('2030301');
    expect(sentenceOf(query('Int = 100'))).toContain('2030301');
    expect(sentenceOf(query('Int = 100'), { n: 5 })).toBe('passes');
    expect(sentenceOf(query('Int'))).toBe('passes');
    // The default counts also for a variable that has the name of what every object has.
    expect(sentenceOf(`query ($constructor: Int = 100) ${nested('first: $constructor')}`)).toContain('2030301');
  });

  test('fragments, edges and lists without pages count too', () => {
    const claims = (inside: string) => `claims(first: 100) { edges { node { event { ${inside} } } } }`;
    const spread = `{ ...A } fragment A on Query { ${claims('...B')} } fragment B on Event { ${claims('...C')} }
      fragment C on Event { ${claims('... on Node { id }')} }`;
    expect(sentenceOf(spread)).toContain('The answer could have');
    const cells = 'comparison { propositions { cells { claims { event {';
    expect(sentenceOf(`{ events { nodes { ${`${cells} `.repeat(2)} id ${'} } } } }'.repeat(2)} } } }`)).toContain(
      'The answer could have',
    );
    const many = `{ ${Array.from({ length: 60 }, (_, at) => `a${at}: claims(first: 100) { nodes { event { claims { nodes { id kind text } } } } }`).join(' ')} }`;
    expect(sentenceOf(many)).toContain('The answer could have');
  });

  test('lists without pages count by what is declared beside them', () => {
    const events = (page: string, inside: string) => `{ events(first: ${page}) { nodes { ${inside} } } }`;
    // 1 connection, 20 nodes; for each 100 groups, each with three fields.
    expect(fieldsOf(events('20', 'claimCounts { claims source { name } }'))).toBe(1 + 20 * (1 + 100 * (1 + 1 + 2)));
    expect(fieldsOf('{ source(id: "") { claimCounts { claims } } keys { scopes } }')).toBe(
      1 + 100 * 2 + 1000 * (1 + 4),
    );
    expect(fieldsOf('{ search(text: "dam", first: 3) { counts { count } nodes { matches { start } } } }')).toBe(
      1 + 4 * 2 + 3 * (1 + 2 * 2),
    );
    const wide = 'claimCounts { claims source { claimCounts { claims } } }';
    expect(sentenceOf(events('20', wide))).toContain('The answer could have');
    expect(sentenceOf(events('5', wide))).toBe('passes');
  });

  test('every list that is no page says how many it holds', () => {
    const silent = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap((type) => Object.values((type as GraphQLObjectType).getFields()).map((field) => ({ type, field })))
      .filter(({ field: { type } }) => isListType(isNonNullType(type) ? type.ofType : type))
      .filter(({ type, field }) => !(type.name.endsWith('Connection') && ['nodes', 'edges'].includes(field.name)))
      .filter(({ field: { extensions } }) => !((extensions as Partial<ListSize>).listSize! > 0))
      .map(({ type, field }) => `${type.name}.${field.name}`);
    // So many as there are ids.
    expect(silent).toEqual(['Query.nodes']);
  });

  test('a fragment that doubles at each step is counted in no time', () => {
    const steps = Array.from(
      { length: 60 },
      (_, step) => `fragment F${step} on Claim { a: event { ...E${step} } b: event { ...E${step} } }
        fragment E${step} on Event { claims(first: 1) { nodes { ...F${step + 1} } } }`,
    );
    const query = `{ claims { nodes { ...F0 } } } ${steps.join(' ')} fragment F60 on Claim { id }`;
    expect(sentenceOf(query)).toContain('The answer could have');
  });

  test('introspection passes', () => {
    expect(sentenceOf('{ __schema { types { fields { type { ofType { name } } } } } __typename }')).toBe('passes');
  });

  describe('is limited', () => {
    let service: Service;
    beforeAll(async () => {
      service = await startService('embedded');
    });
    afterAll(() => service.close());

    test('over HTTP and over WebSocket', async () => {
      const message = `The answer could have 2030301 fields; ${maximumFields} are the most. Ask for smaller pages, or nest fewer of them.`;
      expect(await service.refusal(nested('first: 100'))).toEqual({ code: 'ANSWER_TOO_LARGE', message });
      await expect(
        service
          .client()
          .iterate({ query: nested('first: 100') })
          .next(),
      ).rejects.toEqual([{ message, extensions: { code: 'ANSWER_TOO_LARGE' } }]);
      expect((await service.ask(nested('first: 10'))).data).toEqual({ claims: { nodes: [] } });
    });
  });
});
