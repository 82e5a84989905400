import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Role } from '@backstop/core/access';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { startApp, type TestApp, type TestAppOptions } from '../support/start-app.ts';

const BUILT = fileURLToPath(new URL('../../apps/admin/dist/index.html', import.meta.url));
/** Longest wait for anything on a page, in milliseconds; under the time of a test, so that what was waited for is named. */
const WAIT_MAX = 12_000;
const PICTURES = fileURLToPath(new URL('../../test-results/admin/', import.meta.url));

/** The service with its console, and a browser to look at it. */
export interface Console {
  readonly app: TestApp;
  /** A fresh tab at an address of the console, such as `/policies`, with what went wrong in it so far. */
  readonly open: (address: string, look?: Look) => Promise<ConsolePage>;
  readonly stop: () => Promise<void>;
}

export interface Look {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** Who looks, signed in already: somebody of the demonstration by role or login, null = nobody. */
  readonly as?: Role | 'abel' | null;
}

export interface ConsolePage {
  readonly page: Page;
  /** Errors of scripts, refusals of the content security policy, requests that failed: one line each. */
  readonly faults: readonly string[];
  /** Another address in the same tab, without loading the console again. */
  readonly goTo: (address: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startConsole(options: TestAppOptions = {}): Promise<Console> {
  if (!existsSync(BUILT)) throw new Error('the console has not been built: npm run build');
  const app = await startApp(options);
  let browser: Browser;
  try {
    browser = await launchChromium();
  } catch (error) {
    await app.stop();
    throw error;
  }
  return {
    app,
    open: (address, look) => openPage(browser, app, address, look),
    stop: async () => {
      await browser.close();
      await app.stop();
    },
  };
}

async function openPage(browser: Browser, app: TestApp, address: string, look: Look = {}): Promise<ConsolePage> {
  const { theme = 'light', width = 1440, height = 900, as = 'author' } = look;
  const { url } = app;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    permissions: ['clipboard-read', 'clipboard-write'],
    timezoneId: 'Asia/Tokyo',
  });
  if (as !== null) await context.addCookies([await cookieOf(app, as)]);
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MAX);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A query that a page no longer needs is called off; that is not a fault.
    if (!reason.includes('ABORTED')) faults.push(`request: ${request.url()} ${reason}`);
  });
  const goTo = async (to: string): Promise<void> => {
    await page.goto(`${url}/#${to}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  await goTo(address);
  return { page, faults, goTo, close: () => context.close() };
}

/** The cookie of who is signed in: one session for each, begun at the first time. */
async function cookieOf(app: TestApp, as: Role | 'abel'): Promise<{ name: string; value: string; url: string }> {
  const [name = '', value = ''] = (await app.signInAs(as)).cookie.split('=');
  return { name, value, url: app.url };
}

/** Waits until a value is what it is expected to be, under whatever load. */
export function eventually(read: () => unknown): ReturnType<typeof expect.poll> {
  return expect.poll(read, { timeout: WAIT_MAX });
}

/** Waits until nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await eventually(() => page.locator('.MuiSkeleton-root').count()).toBe(0);
}

/** Keeps a picture of the whole page under test-results, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true });
}
