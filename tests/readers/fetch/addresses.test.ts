import { isOwnNetworkAddress, isPublicAddress } from '../../../src/readers/fetch/addresses';
import { Fetcher } from '../../../src/readers/fetch/index';
import { answer, outcome, quickEffects, redirect, serve, strictFetcher, testFetcher, type TestServer } from './support';

let server: TestServer;
beforeAll(async () => {
  server = await serve({
    '/page': answer(200, {}, 'reached'),
    '/to-loopback': redirect('http://127.0.0.2/'),
    '/to-metadata': redirect('http://169.254.169.254/latest/meta-data/'),
    '/to-private': redirect('http://10.0.0.1/'),
    '/to-mapped': redirect('http://[::ffff:7f00:2]/'),
    '/to-number': redirect('http://0x7f000002/'),
    '/to-inner': (_, response) => {
      response.writeHead(302, { Location: `http://inner.example:${server.port}/page` }).end();
    },
    '/to-turning': (_, response) => {
      response.writeHead(302, { Location: `http://turning.example:${server.port}/page` }).end();
    },
  });
});
afterAll(() => server.close());

test.each(['/to-loopback', '/to-metadata', '/to-private', '/to-mapped', '/to-number', '/to-inner'])(
  'a redirect %s is refused',
  async (path) => {
    const fetcher = testFetcher({}, quickEffects({ 'inner.example': () => '192.168.7.7' }));
    expect(await outcome(fetcher, server.base + path)).toMatch(/^FETCH_ADDRESS_REFUSED: /);
  },
);

test.each([
  '127.0.0.1',
  '127.0.0.1.',
  'localhost',
  'LOCALHOST',
  '127.1',
  '0x7f.1',
  '0177.0.0.1',
  '2130706433',
  '%31%32%37.0.0.1',
  '１２７。０。０。１',
  'ⓛocalhost',
  '0.0.0.0',
  '0',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[fe80::1]',
])('this machine written as %s is refused', async (host) => {
  const before = server.asked.length;
  expect(await outcome(strictFetcher(), `http://${host}:${server.port}/page`)).toMatch(/^FETCH_ADDRESS_REFUSED: /);
  expect(server.asked.length).toBe(before);
});

test('a name with a dot at its end is not reached either, whether or not this machine resolves it', async () => {
  const before = server.asked.length;
  const url = `http://localhost.:${server.port}/page`;
  expect(await outcome(strictFetcher(), url)).toMatch(/^FETCH_(?:ADDRESS_REFUSED|FAILED): /);
  expect(await outcome(new Fetcher({}, quickEffects()), url)).toMatch(/^FETCH_ADDRESS_REFUSED: /);
  expect(server.asked.length).toBe(before);
});

test('an address with a zone, and one with a name and password before it, are no addresses', async () => {
  for (const host of [
    '[fe80::1%25eth0]',
    '[fe80::1%eth0]',
    'a.example@127.0.0.1',
    'a.example:80@127.0.0.1',
    '127.0.0.1.5',
  ]) {
    expect(await outcome(strictFetcher(), `http://${host}:${server.port}/page`)).toMatch(/^URL_INVALID: /);
  }
});

test('a name is refused when any of its addresses is, and the others are not tried', async () => {
  const effects = {
    ...quickEffects(),
    resolve: () =>
      Promise.resolve([
        { address: '127.0.0.1', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]),
  };
  const before = server.asked.length;
  expect(await outcome(testFetcher({}, effects), `http://two.example:${server.port}/page`)).toMatch(
    /^FETCH_ADDRESS_REFUSED: .*two\.example leads to 10\.0\.0\.1/,
  );
  expect(server.asked.length).toBe(before);
});

describe('a name that is public when it is first asked for and leads inside the second time', () => {
  const turning = (turnsAfter: number) => {
    let asked = 0;
    return quickEffects({ 'turning.example': () => ((asked += 1) > turnsAfter ? '127.0.0.2' : '127.0.0.1') });
  };

  test('between robots.txt and the page', async () => {
    const before = server.asked.length;
    const url = `http://turning.example:${server.port}/page`;
    expect(await outcome(testFetcher({}, turning(1)), url)).toMatch(/^FETCH_ADDRESS_REFUSED: .* leads to 127\.0\.0\.2/);
    expect(server.asked.slice(before)).toEqual(['/robots.txt']);
    expect(await outcome(testFetcher({}, turning(2)), url)).toBe('reached');
  });

  test('between a page and where it redirects to', async () => {
    const url = `http://turning.example:${server.port}/to-turning`;
    expect(await outcome(testFetcher({}, turning(2)), url)).toMatch(/^FETCH_ADDRESS_REFUSED: /);
    expect(await outcome(testFetcher({}, turning(3)), url)).toBe('reached');
  });

  test('is resolved once for each connection: there is nothing between the check and the connection', async () => {
    let asked = 0;
    const effects = quickEffects({ 'once.example': () => ((asked += 1), '127.0.0.1') });
    expect(await outcome(testFetcher({}, effects), `http://once.example:${server.port}/page`)).toBe('reached');
    expect(asked).toBe(2); // robots.txt and the page
  });
});

test('the address at the other end is checked when the connection stands, before anything is sent', async () => {
  const before = server.asked.length;
  let checks = 0;
  const fetcher = testFetcher({ allowAddress: () => (checks += 1) !== 2 });
  expect(await outcome(fetcher, `${server.base}/page`)).toMatch(/^FETCH_ADDRESS_REFUSED: /);
  expect(checks).toBe(2);
  expect(server.asked.length).toBe(before);
});

test('ports of other protocols are refused, those that web servers have are not', async () => {
  for (const port of [1, 21, 22, 25, 81, 110, 993, 6379, 6667, 11211]) {
    expect(await outcome(testFetcher(), `http://a.example:${port}/`)).toMatch(/^URL_INVALID: Port \d+ of a\.example/);
  }
  for (const port of [443, 8000, 8080, 8443]) {
    expect(await outcome(strictFetcher(), `http://127.0.0.1:${port}/`)).toMatch(/^FETCH_ADDRESS_REFUSED: /);
  }
});

describe('hosts that the owner has named', () => {
  test('are reached by that name and port, and by no other', async () => {
    const own = { privateHosts: [`127.0.0.1:${server.port}`] };
    expect(await outcome(strictFetcher(own), `${server.base}/page`)).toBe('reached');
    expect(await outcome(strictFetcher(own), `http://localhost:${server.port}/page`)).toMatch(/^FETCH_ADDRESS_REFUSED/);
    expect(await outcome(strictFetcher(own), 'http://127.0.0.1:80/page')).toMatch(/^FETCH_ADDRESS_REFUSED/);
    expect(await outcome(strictFetcher(own), `${server.base}/to-loopback`)).toMatch(/^FETCH_ADDRESS_REFUSED/);
  });

  test('are never reached on a link-local or metadata address', async () => {
    for (const address of ['169.254.169.254', 'fe80::1', '100.100.100.200', 'fd00:ec2::254', '0.0.0.0']) {
      const effects = quickEffects({ 'archive.example': () => address });
      const fetcher = testFetcher({ privateHosts: ['archive.example:80'] }, effects);
      expect(await outcome(fetcher, 'http://archive.example/')).toMatch(/^FETCH_ADDRESS_REFUSED/);
    }
  });
});

test('which addresses are public', () => {
  const yes = ['8.8.8.8', '193.99.144.80', '2606:4700::1111', '2a00:1450:4001::5e'];
  const no =
    '127.0.0.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.100.100.200 168.63.129.16 0.0.0.0 224.0.0.1 ' +
    '255.255.255.255 ::1 :: fe80::1 fe80::1%eth0 2606:4700::1%eth0 fd00:ec2::254 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: ' +
    '2001:db8::1 localhost';
  expect(yes.filter((address) => !isPublicAddress(address))).toEqual([]);
  expect(no.split(' ').filter(isPublicAddress)).toEqual([]);
});

test('which addresses an owner can open', () => {
  const yes = ['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '100.64.0.1', '::1', 'fd12::1'];
  const no = [
    '8.8.8.8',
    '169.254.169.254',
    '100.100.100.200',
    '168.63.129.16',
    '0.0.0.0',
    'fe80::1',
    'fd00:ec2::254',
    '::1%lo',
    'x',
  ];
  expect(yes.filter((address) => !isOwnNetworkAddress(address))).toEqual([]);
  expect(no.filter(isOwnNetworkAddress)).toEqual([]);
});
