import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const compiled = join(__dirname, '../../../dist/src/readers/fetch/index.js');

const program = `
  const { Fetcher } = require(${JSON.stringify(compiled)});
  const [url, limits] = JSON.parse(process.argv[1]);
  const fetcher = new Fetcher({ limits, allowAddress: (address) => address === '127.0.0.1' || address === '::1' });
  let most = 0;
  // Not resourceUsage().maxRSS: on Linux that begins with the memory of the process that started this one.
  const look = () => (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, 5);
  fetcher.fetch(url)
    .then(({ bytes }) => ({ text: Buffer.from(bytes.subarray(0, 1000)).toString(), length: bytes.length }))
    .catch((error) => ({ text: error.code + ': ' + error.message, length: 0 }))
    .then((told) => {
      clearInterval(timer);
      look();
      console.log(JSON.stringify({ ...told, megabytes: most / 1024 / 1024 }));
    });
`;

export interface ChildOutcome {
  /** The beginning of what was fetched, or code and sentence of the failure. */
  readonly text: string;
  readonly length: number;
  /** The most memory that the process had at any time. */
  readonly megabytes: number;
}

/** Fetches in a process of its own, whose memory is its own and which may trust a certificate. */
export async function fetchInChild(
  url: string,
  limits: { documentBytes?: number },
  { certificate }: { certificate?: string } = {},
): Promise<ChildOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-fetch-'));
  try {
    const trusted = join(folder, 'certificate.pem');
    writeFileSync(trusted, certificate ?? '');
    const all = { documentBytes: 20 * 1024 * 1024, ...limits };
    const child = spawn(process.execPath, ['-e', program, JSON.stringify([url, all])], {
      env: { PATH: process.env.PATH, ...(certificate === undefined ? {} : { NODE_EXTRA_CA_CERTS: trusted }) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await once(child, 'close');
    return JSON.parse(output) as ChildOutcome;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
