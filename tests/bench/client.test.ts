import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connection, prepareRequest } from '../../bench/measure/client';
import { interleave, ratios } from '../../bench/measure/interleave';

describe('the client of the benchmark', () => {
  const asked: string[] = [];
  let server: Server;
  let port: number;
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push(body);
        const text = `${body} – ${'x'.repeat(200_000)}`;
        response.statusCode = request.url === '/bad' ? 500 : 200;
        response.setHeader('content-length', Buffer.byteLength(text));
        response.end(text);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test('reads whole answers, one after the other on one connection', async () => {
    const connection = await Connection.open(port);
    for (const value of [1, 'ü']) {
      const body = (await connection.send(prepareRequest(port, '/', { value }))).toString('utf8');
      expect(body.startsWith(`${JSON.stringify({ value })} – xx`)).toBe(true);
      expect(body).toHaveLength(JSON.stringify({ value }).length + 3 + 200_000);
    }
    connection.close();
  });

  test('takes no other status than 200 for an answer', async () => {
    const connection = await Connection.open(port);
    await expect(connection.send(prepareRequest(port, '/bad', {}))).rejects.toThrow('HTTP/1.1 500');
    connection.close();
  });

  test('asks servers in turn, each request equally often', async () => {
    asked.length = 0;
    const target = (name: string) => ({
      name,
      port,
      requests: [1, 2, 3].map((value) => prepareRequest(port, '/', { name, value })),
      cpu: () => Promise.resolve(0),
      databaseTimes: () => Promise.resolve(null),
    });
    const load = { connections: 2, slices: 2, sliceSeconds: 0.02 };
    const [first, second] = await interleave([target('a'), target('b')], load);
    const names = asked.map((text) => (JSON.parse(text) as { name: string }).name);
    const turns = names.filter((name, place) => name !== names[place - 1]);
    expect(turns.join('')).toBe('abababab');
    const times = [1, 2, 3].map((value) => asked.filter((text) => text.includes(`"a","value":${value}`)).length);
    expect(new Set(times).size).toBe(1);
    expect(first?.databaseCpu).toBeNull();
    expect(ratios(first!, second!)).toHaveLength(2);
  });
});
