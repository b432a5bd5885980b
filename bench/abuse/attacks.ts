import { encodeId } from '../../resolvers/relay/global-id.js';
import { randomOf, type Random } from '../data/random.js';
import { rawRequest } from './exchange.js';

/** A request that nobody who means well sends. */
export interface Attack {
  readonly name: string;
  readonly bytes: Buffer;
}

const times = (count: number, part: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => part(place));
const nested = (open: string, inner: string, close: string, depth: number) =>
  open.repeat(depth) + inner + close.repeat(depth);

function randomUuid(random: Random): string {
  const hex = times(32, () => random.below(16).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const operations = (eventId: string, actorId: string): Readonly<Record<string, string>> => ({
  '1,000 aliases': `{ ${times(1_000, (n) => `a${n}: event(id: "${eventId}") { title }`).join(' ')} }`,
  'depth 50': `{ event(id: "${eventId}") { ${nested('articles(first: 1) { nodes { event { ', 'id', ' } } }', 16)} } }`,
  'circular fragments': `{ event(id: "${eventId}") { ...A } } fragment A on Event { id ...B } fragment B on Event { title ...A }`,
  'one field 2,000 times': `{ event(id: "${eventId}") { ${'title '.repeat(2_000)} } }`,
  '2,000 fragments of the same fields': `{ event(id: "${eventId}") { ${'... on Event { title id } '.repeat(2_000)} } }`,
  '1,000 directives': `{ event(id: "${eventId}") { title ${'@include(if: true) '.repeat(1_000)} } }`,
  '1,000 unknown fields': `{ ${times(1_000, (n) => `articls${n}`).join(' ')} }`,
  'document of 1 MB': `{ ${'event '.repeat(166_000)} }`,
  'forged cursor': `{ claims(first: 50, after: "Zm9yZ2VkIGN1cnNvcg==") { nodes { id } } }`,
  'id of another type': `{ event(id: "${actorId}") { title } }`,
  'negative first': '{ claims(first: -1) { nodes { id } } }',
  'huge first': '{ claims(first: 2147483647) { nodes { id } } }',
  'nested pages of 100': `{ events(first: 100) { nodes { articles(first: 100) { nodes { claims(first: 100) { nodes {
    text speaker { name claims(first: 100) { nodes { text } } } } } } } } } }`,
  'deep introspection': `{ __schema { types { ${nested('fields { type { ', 'name', ' } }', 12)} } } }`,
  'introspection of ofType, 200 deep': `{ __schema { types { fields { type { ${nested('ofType { ', 'name', ' }', 200)} } } } } }`,
  '50 introspections': `{ ${times(50, (n) => `a${n}: __schema { types { name fields { name args { name } type { name } } } }`).join(' ')} }`,
});

/**
 * The attacks of the benchmark: what OWASP and others tell of GraphQL services, and what this one's clients could send.
 * @param eventId global id of an event that is there, and likewise of an actor: some attacks must get past finding nothing
 */
export function attacksOn(port: number, eventId: string, actorId: string, seed: number): Attack[] {
  const random = randomOf('attacks', seed);
  const post = (name: string, body: Buffer | string, headers?: Readonly<Record<string, string>>): Attack => {
    return { name, bytes: rawRequest(port, body, headers) };
  };
  const ask = (name: string, query: string) => post(name, JSON.stringify({ query }));
  const ofNodes = 'query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const withIds = (ids: string) => `{"query":${JSON.stringify(ofNodes)},"variables":{"ids":${ids}}}`;
  const ids = times(10_000, () => encodeId('Claim', randomUuid(random)));
  const broken = Buffer.from(JSON.stringify({ query: '{ search(text: "???") { nodes { id } } }' }), 'latin1');
  broken.fill(0xff, broken.indexOf('???'), broken.indexOf('???') + 3);
  return [
    ...Object.entries(operations(eventId, actorId)).map(([name, query]) => ask(name, query)),
    post('body of 10 MB', JSON.stringify({ query: '{ __typename }', variables: { text: 'x'.repeat(10_000_000) } })),
    post('lists 20,000 deep in variables', withIds(nested('[', '"a"', ']', 20_000))),
    post('objects 20,000 deep in variables', withIds(nested('{"a":', '1', '}', 20_000))),
    post('10,000 ids in nodes', withIds(JSON.stringify(ids))),
    post('invalid UTF-8', broken),
    post('unknown operation', JSON.stringify({ query: 'query A { __typename }', operationName: 'B' })),
    post('wrong content type', JSON.stringify({ query: '{ __typename }' }), { 'content-type': 'text/plain' }),
    post('batch of 100', JSON.stringify(times(100, () => 'x').map(() => ({ query: '{ __typename }' })))),
  ];
}
