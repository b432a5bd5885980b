import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kind, buildSchema, parse, validate } from 'graphql';

const root = resolve(__dirname, '../..');
const folder = join(root, 'web/operations');
const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'));
const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));

test('the page opens with four saved operations', () => {
  expect(files.sort()).toEqual([
    'compare-an-event.graphql',
    'follow-an-attribution-chain.graphql',
    'search.graphql',
    'subscribe-to-claims.graphql',
  ]);
});

test.each(files)('%s fits the schema and asks for no variable', (file) => {
  const document = parse(readFileSync(join(folder, file), 'utf8'));
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  expect(operations.map(({ variableDefinitions }) => variableDefinitions)).toEqual([[]]);
});
