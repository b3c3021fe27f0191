import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { TestApp } from './app.js';
import { castPassword } from './cast.js';
import type { Client } from './client.js';

export const phone = { width: 360, height: 800 };
export const desk = { width: 1280, height: 900 };

interface Visit {
  /** Whose browser it is; a guest's where left out. */
  as?: Client;
  size?: { width: number; height: number };
  javaScript?: boolean;
}

/** A Chromium for one test file, on the product listening on a port of its own. */
export interface TestBrowser {
  /** A window of its own, with cookies and storage of its own. Relative addresses are ours. */
  visit(visit?: Visit): Promise<Page>;
  /** Signs somebody else in, in the same window. */
  enter(page: Page, client: Client): Promise<void>;
  close(): Promise<void>;
}

export async function openBrowser(app: TestApp): Promise<TestBrowser> {
  const baseURL = `http://127.0.0.1:${await app.listen()}`;
  const browser = await launch();
  return {
    visit: async ({ as, size = phone, javaScript = true } = {}) => {
      const context = await browser.newContext({ baseURL, viewport: size, javaScriptEnabled: javaScript });
      context.setDefaultTimeout(10_000);
      if (as) await giveCookies(context, as, baseURL);
      return await context.newPage();
    },
    enter: (page, client) => giveCookies(page.context(), client, baseURL),
    close: () => browser.close(),
  };
}

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? programs.find((path) => existsSync(path));
  if (!executablePath) throw new Error('Chromium is not installed; its path may stand in CHROMIUM');
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function giveCookies(context: BrowserContext, client: Client, url: string): Promise<void> {
  const cookies = client.cookieHeader().split('; ');
  await context.addCookies(
    cookies.map((cookie) => {
      const [name = '', value = ''] = cookie.split('=');
      return { name, value, url };
    }),
  );
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_RUN = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

/** What axe finds wrong on a page, one line each: the rule and the elements. */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe);
  return await page.evaluate<string[]>(AXE_RUN);
}

/** Whether a page is wider than its window. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** Saves a picture of the whole page in the folder SCREENSHOTS, where that is set: to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const width = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
}

/** Nothing in the way of anybody, nothing wider than the window. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await barriers(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
}

/** Signs in by the form, with the password of everybody in the cast. */
export async function signIn(page: Page, identifier: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Surel, nomor HP, atau NIM').fill(identifier);
  await page.getByLabel('Kata sandi').fill(castPassword);
  await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click();
  await page.waitForURL('**/home');
}

/** Chooses a file on the page of an assignment. */
export async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer };
  await page.getByLabel('Tambah berkas').setInputFiles(file);
}
