import type { Locator, Page } from 'playwright-core';
import { type OfflineBrowser, openBrowser } from './browser.js';
import { type RunningService, startService } from './service.js';

jest.setTimeout(120_000);

const key = 'a-key-made-up-for-this-test';
let service: RunningService;
let browser: OfflineBrowser;
let page: Page;

beforeAll(async () => {
  service = await startService({ PARALLAX_KEY: key });
  browser = await openBrowser();
  page = await browser.newPage();
  await page.goto(`${service.address}/graphiql`);
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** Waits for a text to appear. */
async function see(text: string, where: Page | Locator = page): Promise<boolean> {
  await where.getByText(text).waitFor({ timeout: 60_000 });
  return true;
}

const result = () => page.getByLabel('Result Window');
const subscribe = () => page.getByRole('button', { name: /^Subscribe to claims/ }).click({ timeout: 60_000 });

test('asks for the key of a service that has one, and says so where the answer would be', async () => {
  expect(await see('This service asks for a key.')).toBe(true);
  await subscribe();
  expect(await see('The service asks for its key', result())).toBe(true);
});

test('says when the key is not the right one', async () => {
  await page.getByRole('textbox', { name: 'Service key' }).fill('not-the-right-key-at-all');
  await page.getByRole('button', { name: 'Use key' }).click();
  expect(await see('The service refused this key.')).toBe(true);
});

test('sends the right one with queries and over WebSocket, and keeps it over a reload', async () => {
  await page.getByRole('textbox', { name: 'Service key' }).fill(key);
  await page.keyboard.press('Enter');
  expect(await see('A key is set for this browser tab.')).toBe(true);
  await page.reload();
  await subscribe();
  expect(await see('"changes"', result())).toBe(true);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  expect(await see('Root Types')).toBe(true);
  expect(browser.foreignRequests).toEqual([]);
  expect(browser.violations).toEqual([]);
});
