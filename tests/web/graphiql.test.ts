import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OfflineBrowser, openBrowser } from './browser.js';
import { type RunningService, startService } from './service.js';

// The real service with its demo, in a real browser that reaches this machine only; the operations are clicked.
jest.setTimeout(120_000);

let service: RunningService;
let browser: OfflineBrowser;
let page: Page;

beforeAll(async () => {
  service = await startService();
  browser = await openBrowser();
  page = await browser.newPage();
  await page.goto(`${service.address}/graphiql`);
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const eventually = { timeout: 30_000 };
/** The button says the operation's sentence too, as a tab of the same name doesn't. */
const operation = (title: string) => page.getByRole('button', { name: new RegExp(`^${title}\\s+\\S`) });

/** The part of the response that is on the screen, with its line breaks and indentation as single spaces. */
async function visibleAnswer(): Promise<string> {
  const lines = await page.getByLabel('Result Window').locator('.view-line').allInnerTexts();
  // The editor writes spaces as no-break spaces, and shows those at a line's end as dots.
  return lines.join(' ').replace(/[\s\u00a0\u00b7]+/g, ' ');
}

/** Waits until the response shows this. */
async function seeAnswer(wanted: string | RegExp): Promise<string> {
  const isThere = (text: string) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
  let seen = '';
  for (const end = Date.now() + eventually.timeout; Date.now() < end; await page.waitForTimeout(100)) {
    seen = await visibleAnswer();
    if (isThere(seen)) return seen;
  }
  throw new Error(`The response never showed ${wanted}; it shows:\n${seen}`);
}

/** Reads the response as a user does, page by page, until it has seen all of this or the end; gives what it saw. */
async function readAnswer(wanted: readonly RegExp[]): Promise<string> {
  // By keys: the wheel goes only six lines at a time, however far it is turned.
  await page.getByLabel('Result Window').click();
  let seen = await visibleAnswer();
  for (let last = '', quiet = 0; quiet < 20 && !wanted.every((pattern) => pattern.test(seen));) {
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(50);
    const screen = await visibleAnswer();
    quiet = screen === last ? quiet + 1 : 0;
    last = screen;
    if (quiet === 0) seen += `\n${screen}`;
  }
  return seen;
}

/** Keeps a picture for people to look at, when the environment names a folder for them. */
async function picture(name: string): Promise<void> {
  const folder = process.env.PARALLAX_TEST_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

test('first shows what it is for and the four saved operations', async () => {
  await page.getByRole('heading', { name: 'Parallax' }).waitFor(eventually);
  expect(await page.title()).toBe('Parallax');
  await page.getByText('See how news outlets frame the same event').waitFor();
  for (const title of ['Compare an event', 'Follow an attribution chain', 'Search for words', 'Subscribe to claims']) {
    await operation(title).waitFor();
  }
  await picture('1-first');
});

test('compares an event', async () => {
  await operation('Compare an event').click(eventually);
  await seeAnswer('"coverage"');
  await picture('2-compare');
  const outlets = ['Fairwater Wire', 'Ninefold Post', 'Kethria Daily', 'Maravalle Tribune', 'Kestrelfeed'];
  const wanted = [
    ...outlets.map((name) => new RegExp(`"source": { "name": "${name}", "kind"`)),
    /"status": "ATTRIBUTED"/,
    /"status": "NOT_REPORTED"/,
    /"shareOfClaims": { "value": [\d.]+/,
  ];
  const answer = await readAnswer(wanted);
  for (const pattern of wanted) expect(answer).toMatch(pattern);
  expect(answer).not.toContain('"errors"');
});

test('searches', async () => {
  await operation('Search for words').click(eventually);
  await seeAnswer('"highlights"');
  const wanted = [/"field": "HEADLINE"/, /"snippet": "[^"]*injur/];
  const answer = await readAnswer(wanted);
  for (const pattern of wanted) expect(answer).toMatch(pattern);
  expect(answer).not.toContain('"errors"');
});

test('follows an attribution chain', async () => {
  await operation('Follow an attribution chain').click(eventually);
  await seeAnswer('"depth": 1');
  await picture('3-chain');
  // In the demo, a radio station reports an editorial of the daily, which tells what a general said in an interview.
  const wanted = [
    /"speaker": { "name": "the chair of Aldmark['’]s Joint Staff"/,
    /"depth": 1, "text": "an editorial", [^[\]]*"owner": "Kethria Daily"[^[\]]*"depth": 2, "text": "a recent interview"/,
    /"source": { "name": "Radio Tamarisk"/,
    /"exact": "[^"]+"/,
  ];
  const answer = await readAnswer(wanted);
  for (const pattern of wanted) expect(answer).toMatch(pattern);
  expect(answer).not.toContain('"errors"');
});

test('subscribes to claims, and shows one as soon as its article is in', async () => {
  await operation('Subscribe to claims').click(eventually);
  await seeAnswer('"changes": []');
  await page.getByRole('status').filter({ hasText: 'Listening' }).waitFor();
  await service.ask('mutation ($input: IngestInput!) { ingest(input: $input) { accepted } }', {
    input: {
      documents: [
        {
          source: 'Lantern Courier',
          headline: 'Night ferry to stay until October',
          publishedAt: '2025-04-02T08:00:00Z',
          text: 'The timetable of the ferries changes in May.\n\nHarbour master Ilse Varn said that the night ferry would run until October.',
        },
      ],
    },
  });
  const answer = await seeAnswer('the night ferry would run until October');
  expect(answer).toContain('"kind": "ADDED"');
  expect(answer).toContain('Ilse Varn');
  await picture('4-subscribe');
  expect(answer).not.toContain('"errors"');
  await page.getByRole('button', { name: /^Stop query/ }).click();
  await page.getByRole('button', { name: /^Execute query/ }).waitFor();
});

test('runs an operation by keyboard alone', async () => {
  await page.reload();
  await page.locator('button:enabled', { hasText: 'Compare an event' }).waitFor(eventually);
  for (let turn = 0; turn < 20; turn += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').allInnerTexts()).some((text) => text.startsWith('Compare an event'))) break;
  }
  await page.keyboard.press('Enter');
  expect(await seeAnswer('"coverage"')).not.toContain('"errors"');
});

test('turns dark and back', async () => {
  const background = `getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor`;
  const brightness = async () => {
    const colour = await page.evaluate<string>(background);
    return Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number));
  };
  expect(await brightness()).toBeGreaterThan(200);
  await page.getByRole('button', { name: 'Dark theme' }).click();
  expect(await brightness()).toBeLessThan(80);
  await picture('5-dark');
  await page.getByRole('button', { name: 'Light theme' }).click();
  expect(await brightness()).toBeGreaterThan(200);
});

test('asked nothing of any other machine, and had nothing to complain of', () => {
  expect(browser.foreignRequests).toEqual([]);
  expect(browser.complaints).toEqual([]);
  expect(browser.violations).toEqual([]);
});

test('is held to that by the browser, which tells what it stops', async () => {
  const policy = (await fetch(`${service.address}/graphiql/`)).headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'; ");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|blob:/);
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement('script'), { text: 'stopped = false' }))`,
  );
  await page.evaluate(`void fetch('http://127.0.0.1:1/').catch(() => undefined)`);
  while (browser.violations.length < 2) await page.waitForTimeout(50);
  expect(browser.violations.join()).toMatch(/script-src.*inline/);
  expect(browser.violations.join()).toMatch(/connect-src http:\/\/127\.0\.0\.1:1/);
  expect(await page.evaluate(`typeof stopped`)).toBe('undefined');
});
