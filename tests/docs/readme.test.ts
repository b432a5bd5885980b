import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { copyNewFolder } from '../support/databases';
import { ask, printed, startService, type Running } from '../support/programs';

jest.setTimeout(120_000);

const root = join(__dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const operations = [...readme.matchAll(/```graphql\n([^]*?)```/g)].map(([, text]) => text as string);
const nameOf = (operation: string) => /^\w+ (\w+)/.exec(operation)?.[1] ?? '';

test('the README shows five operations', () => {
  expect(operations.map(nameOf)).toEqual(['Compare', 'Chains', 'Voice', 'Article', 'Changes']);
});

test.each(operations.map((operation) => [nameOf(operation), operation]))('%s is valid', (_, operation) => {
  const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'));
  expect(validate(schema, parse(operation))).toEqual([]);
});

describe('on the demo', () => {
  let copy: ReturnType<typeof copyNewFolder>;
  let service: Running & { address: string };
  beforeAll(async () => {
    copy = copyNewFolder();
    service = await startService({ PARALLAX_DATA: copy.folder });
    await printed(service, /The demo is loaded/);
  });
  afterAll(async () => {
    service.process.kill('SIGTERM');
    await service.finished;
    copy.remove();
  });

  test.each(operations.filter((text) => text.startsWith('query')).map((operation) => [nameOf(operation), operation]))(
    '%s has an answer with something in it',
    async (_, operation) => {
      const answer = await ask<Record<string, { nodes: object[] }>>(service.address, operation);
      for (const connection of Object.values(answer)) expect(connection.nodes.length).toBeGreaterThan(0);
    },
  );
});
