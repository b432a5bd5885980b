import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';

/** A real browser that reaches nothing but this machine, from npm packages alone. */
export interface OfflineBrowser {
  readonly context: BrowserContext;
  /** Addresses beyond this machine that a page tried to reach; the attempts were stopped. */
  readonly foreignRequests: readonly string[];
  /** What pages complained of: errors on the console and exceptions that nobody caught. */
  readonly complaints: readonly string[];
  /** What the content security policy stopped. */
  readonly violations: readonly string[];
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

const isLoopback = (address: string) =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname) || /^(data|blob|about):/.test(address);

async function launch(folder: string): Promise<Browser> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'unpack-chromium.cjs')], {
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', LD_LIBRARY_PATH: undefined },
  });
  const { executablePath, libraries, fonts } = JSON.parse(stdout) as Record<string, string>;
  // The package's own list names fixed folders; this one is where the fonts have just been put.
  await writeFile(
    join(fonts!, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>\n`,
  );
  return chromium.launch({
    executablePath,
    // Root may not use the sandbox, and continuous integration is often root.
    chromiumSandbox: false,
    args: ['--no-zygote', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    env: { ...process.env, HOME: folder, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts } as Record<string, string>,
  });
}

/** Starts the browser. Close it at the end: its program, about 200 MB, lies in a temporary folder that goes with it. */
export async function openBrowser(colorScheme: 'light' | 'dark' = 'light'): Promise<OfflineBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'parallax-browser-'));
  try {
    const browser = await launch(folder);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme });
    const foreignRequests: string[] = [];
    const complaints: string[] = [];
    const violations: string[] = [];
    await context.exposeFunction('tellViolation', (violation: string) => violations.push(violation));
    await context.addInitScript(`document.addEventListener('securitypolicyviolation', (event) =>
      tellViolation(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile))`);
    await context.route('**/*', (route) => {
      const address = route.request().url();
      if (isLoopback(address)) return route.continue();
      foreignRequests.push(address);
      return route.abort();
    });
    return {
      context,
      foreignRequests,
      complaints,
      violations,
      async newPage() {
        const page = await context.newPage();
        page.on('console', (message) => {
          if (message.type() === 'error') complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(String(error)));
        page.on('websocket', (socket) => {
          if (!isLoopback(socket.url())) foreignRequests.push(socket.url());
        });
        return page;
      },
      async close() {
        await browser.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
