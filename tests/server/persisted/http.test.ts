import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseKinds } from '../../support/databases';
import { untilSettled } from '../../support/settled';
import { startService, type Answer, type Service } from '../support';

const key = 'a key for these tests';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const documents = {
  sources: 'query Sources($first: Int = 5) { sources(first: $first) { nodes { name } totalCount } }',
  several: 'query One { sources { totalCount } } query Two { articles { totalCount } }',
  remove: 'mutation Remove { removeDemo { articles } }',
  changes: 'subscription Changes { claimChanges { cursor } }',
  wrong: 'query Wrong { sources { nodes { colour } } }',
  failing: 'query Failing($id: ID!) { event(id: $id) { title } }',
};
const unknown = `sha256:${'0'.repeat(64)}`;
const idOf = (name: keyof typeof documents) => `sha256:${sha256(documents[name])}`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-documents-'));
  writeFileSync(join(folder, 'documents.json'), JSON.stringify(documents));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const post = async (service: Service, body: object, headers: Record<string, string> = {}): Promise<Answer> => {
  const response = await fetch(`${service.server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, ...((await response.json()) as object) } as Answer;
};
const get = (service: Service, parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${service.server.address}/graphql?${new URLSearchParams(parameters)}`, { headers });
/** The status of a request with headers that fetch would not send. */
const statusOf = (service: Service, parameters: Record<string, string>, headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => {
    const address = `${service.server.address}/graphql?${new URLSearchParams(parameters)}`;
    request(address, { headers, agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });
const codes = ({ errors }: Pick<Answer, 'errors'>) => errors?.map(({ extensions }) => extensions.code);
const extension = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

describe.each(databaseKinds)('persisted documents on the %s database', (kind) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(kind, { persistedDocuments: [folder], pointsPerMinute: 60_000 });
    await service.make.source({ name: 'Orrel Sun' });
  });
  afterAll(() => service.close());
  const answered = { data: { sources: { nodes: [{ name: 'Orrel Sun' }], totalCount: 1 } } };

  test('are run by POST, by every name they have', async () => {
    for (const documentId of ['sources', idOf('sources'), sha256(documents.sources)]) {
      expect(await post(service, { documentId })).toMatchObject({ status: 200, ...answered });
    }
    const extensions = extension(sha256(documents.sources));
    expect(await post(service, { extensions, variables: { first: 1 } })).toMatchObject({ status: 200, ...answered });
    expect(await post(service, { documentId: 'several', operationName: 'Two' })).toMatchObject({
      data: { articles: { totalCount: 0 } },
    });
    expect(await post(service, { documentId: 'remove' })).toMatchObject({ data: { removeDemo: { articles: 0 } } });
    expect(await post(service, { query: documents.sources, extensions: extension('of another') })).toMatchObject(
      answered,
    );
  });

  test('that are not there, or wrong, are refused with one error', async () => {
    const refusals: [object, number, string][] = [
      [{ documentId: unknown }, 400, 'PERSISTED_DOCUMENT_NOT_FOUND'],
      [{ documentId: '__proto__' }, 400, 'PERSISTED_DOCUMENT_NOT_FOUND'],
      [{ documentId: 7 }, 400, 'BAD_USER_INPUT'],
      [{ documentId: 'sha1:0a' }, 400, 'BAD_USER_INPUT'],
      [{ documentId: 'sources', query: '{ __typename }' }, 400, 'BAD_USER_INPUT'],
      [{ documentId: 'wrong' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
      // What Apollo's and urql's clients understand: they send the text then.
      [{ extensions: extension('f'.repeat(64)) }, 200, 'PERSISTED_QUERY_NOT_FOUND'],
    ];
    for (const [body, status, code] of refusals) {
      const answer = await post(service, body);
      expect([body, answer.status, codes(answer)]).toEqual([body, status, [code]]);
    }
    expect((await post(service, { extensions: extension('f'.repeat(64)) })).errors?.[0]?.message).toBe(
      'PersistedQueryNotFound',
    );
  });

  test('are run by WebSocket beside an empty text', async () => {
    const ask = (payload: object) =>
      service
        .client()
        .iterate({ query: '', ...payload } as never)
        .next();
    expect((await ask({ documentId: idOf('sources') })).value).toMatchObject(answered);
    expect((await ask({ documentId: 'changes' })).value).toEqual({
      data: { claimChanges: { cursor: expect.any(String) } },
    });
    await expect(ask({ documentId: unknown })).rejects.toEqual([
      expect.objectContaining({ extensions: { code: 'PERSISTED_DOCUMENT_NOT_FOUND' } }),
    ]);
  });

  test('are run by GET without more headers, and kept until something changes', async () => {
    const parameters = { documentId: idOf('sources'), variables: '{"first":3}' };
    await untilSettled(service.store);
    const first = await get(service, parameters);
    expect(first.headers.get('ratelimit-remaining')).not.toBeNull();
    // What the caller has left stands in headers alone, so that the body is the same for everybody.
    expect(await first.json()).toEqual(answered);
    const tag = first.headers.get('etag') as string;
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    expect(first.headers.get('vary')).toBe('Accept, Authorization, Origin');

    const again = await get(service, parameters, { 'if-none-match': `"other", ${tag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    const unwanted = await get(service, parameters, { 'if-none-match': '*' });
    expect([unwanted.status, await unwanted.text(), unwanted.headers.get('etag')]).toEqual([304, '', tag]);
    // Of what is answered with an error there is nothing that a client could do without.
    for (const variables of ['{"first":"three"}', '{"first":-1}', 'no JSON']) {
      const wrong = await get(service, { ...parameters, variables }, { 'if-none-match': '*' });
      expect([variables, wrong.status, await wrong.text()]).toEqual([
        variables,
        wrong.status === 200 ? 200 : 400,
        expect.stringContaining('errors'),
      ]);
    }
    expect(await (await fetch(`${service.server.address}/metrics`)).text()).toContain(
      '\nparallax_not_modified_total 1\n',
    );
    const others = [
      await get(service, { ...parameters, variables: '{"first":4}' }, { 'if-none-match': tag }),
      await get(service, parameters, { 'if-none-match': tag, accept: 'application/graphql-response+json' }),
      await get(service, parameters, { 'if-none-match': 'W/"nothing"' }),
    ];
    expect(others.map(({ status }) => status)).toEqual([200, 200, 200]);

    const added = await service.make.source({ name: 'Another' });
    const changed = await get(service, parameters, { 'if-none-match': tag });
    expect([changed.status, changed.headers.get('etag') === tag]).toEqual([200, false]);
    expect(await changed.json()).toMatchObject({ data: { sources: { totalCount: 2 } } });
    await service.store.dataSource.query('DELETE FROM source WHERE id = $1', [added.id]);
  });

  test('are kept through an ingest, a retraction and the end of the demo', async () => {
    const parameters = { documentId: 'several', operationName: 'Two' };
    const tags: (string | null)[] = [];
    const totals: unknown[] = [];
    const look = async () => {
      const response = await get(service, parameters, { 'if-none-match': tags.at(-1) ?? '' });
      tags.push(response.headers.get('etag'));
      totals.push(((await response.json()) as Answer).data.articles?.totalCount);
    };
    await look();
    const document = {
      source: 'Orrel Sun',
      headline: 'The dam holds',
      text: 'The dam at Orrel holds, the ministry said on Monday.',
    };
    const answer = await service.ask(
      `mutation Take($documents: [DocumentInput!]!) {
         ingest(input: { documents: $documents, waitForAnalysis: true }) { accepted } }`,
      { documents: [document] },
    );
    expect(answer.errors).toBeUndefined();
    await look();
    await service.store.dataSource.query('UPDATE claim SET retracted_at = now()');
    await look();
    await service.store.dataSource.query('UPDATE source SET is_demo = true');
    expect(await service.jobs.removeDemo()).toEqual({ articles: 1 });
    await look();
    expect(new Set(tags).size).toBe(4);
    expect(totals).toEqual([0, 1, 1, 0]);
    await service.make.source({ name: 'Orrel Sun' });
  });

  test('that fail, or cannot be run by GET, are not kept', async () => {
    const failed = await get(service, { documentId: 'failing', variables: '{"id":"forged"}' });
    expect(((await failed.json()) as Answer).errors).toHaveLength(1);
    expect([failed.headers.get('etag'), failed.headers.get('cache-control')]).toEqual([null, 'no-store']);
    const mutation = await get(service, { documentId: 'remove' });
    expect([mutation.status, mutation.headers.get('etag')]).toEqual([405, null]);
    const missing = await get(service, { documentId: unknown });
    expect([missing.status, codes((await missing.json()) as Answer)]).toEqual([400, ['PERSISTED_DOCUMENT_NOT_FOUND']]);
  });

  test('need no header against forged requests, but for what a page elsewhere embeds', async () => {
    expect((await get(service, { query: documents.sources })).status).toBe(400);
    const embedded = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect(await statusOf(service, { documentId: 'sources' }, embedded)).toBe(403);
    expect(await statusOf(service, { documentId: 'sources' }, { 'sec-fetch-site': 'same-origin' })).toBe(200);
    const page = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', origin: 'https://elsewhere.example' };
    expect(await statusOf(service, { documentId: 'sources' }, page)).toBe(403);
  });
});

describe('with nothing but persisted documents', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService('embedded', { persistedDocuments: [folder], onlyPersistedDocuments: true });
  });
  afterAll(() => service.close());

  test('other texts are refused over every transport, introspection too', async () => {
    for (const query of ['{ sources { totalCount } }', '{ __schema { types { name } } }', `${documents.sources} `]) {
      const answer = await post(service, { query });
      expect([answer.status, codes(answer)]).toEqual([400, ['DOCUMENT_NOT_PERSISTED']]);
    }
    const byGet = await get(service, { query: '{ __typename }' }, { 'apollo-require-preflight': '1' });
    expect(codes((await byGet.json()) as Answer)).toEqual(['DOCUMENT_NOT_PERSISTED']);
    await expect(service.client().iterate({ query: '{ __typename }' }).next()).rejects.toEqual([
      expect.objectContaining({ extensions: { code: 'DOCUMENT_NOT_PERSISTED' } }),
    ]);
    expect(codes(await post(service, { extensions: extension('f'.repeat(64)) }))).toEqual([
      'PERSISTED_DOCUMENT_NOT_FOUND',
    ]);
  });

  test('persisted ones are run, also when their text is sent', async () => {
    for (const body of [{ documentId: 'sources' }, { query: documents.sources }]) {
      expect(await post(service, body)).toMatchObject({ status: 200, data: { sources: { totalCount: 0 } } });
    }
  });
});

describe('with nothing but persisted documents and a key', () => {
  let service: Service;
  beforeAll(async () => {
    const changes = { persistedDocuments: [folder], onlyPersistedDocuments: true, key, cacheSeconds: 60 };
    service = await startService('embedded', changes, [key]);
  });
  afterAll(() => service.close());
  const authorization = `Bearer ${key}`;

  test('whoever has the key for everything may ask anything', async () => {
    expect(await post(service, { query: '{ __typename }' }, { authorization })).toMatchObject({
      data: { __typename: 'Query' },
    });
  });

  test('what a key was shown for is kept by its client alone', async () => {
    const response = await get(service, { documentId: 'sources' }, { authorization });
    expect(response.headers.get('cache-control')).toBe('private, max-age=60, must-revalidate');
    const tag = response.headers.get('etag') as string;
    expect((await get(service, { documentId: 'sources' }, { authorization, 'if-none-match': tag })).status).toBe(304);
    expect((await get(service, { documentId: 'sources' }, { 'if-none-match': tag })).status).toBe(401);
  });
});

describe('without persisted documents', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService('embedded');
  });
  afterAll(() => service.close());

  test('none are learnt', async () => {
    const answer = await post(service, { extensions: extension(sha256(documents.sources)) });
    expect([answer.status, codes(answer), answer.errors?.[0]?.message]).toEqual([
      200,
      ['PERSISTED_QUERY_NOT_SUPPORTED'],
      'PersistedQueryNotSupported',
    ]);
    const both = { query: documents.sources, extensions: extension(sha256(documents.sources)) };
    expect(await post(service, both)).toMatchObject({ data: { sources: { totalCount: 0 } } });
    expect(codes(await post(service, { extensions: both.extensions }))).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
  });

  test('the state of the data can be asked, and is read before the rest', async () => {
    const ask = async () => (await service.ask('{ dataVersion sources { totalCount } }')).data;
    const before = await ask();
    expect(await ask()).toEqual(before);
    await service.make.source();
    const after = await ask();
    expect(after.sources?.totalCount).toBe(1);
    expect(after.dataVersion).not.toBe(before.dataVersion);
  });
});
