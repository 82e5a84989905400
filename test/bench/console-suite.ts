import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { longLadder, longRules, writeLargeProfile } from './console-profile.ts';
import type { Figure } from './figure.ts';
import { signedIn, type Officer } from './officer.ts';
import { startApi } from './service.ts';

const POLICIES = 10_000;
const TIERS = 40;
const RULES = 200;
const ROUNDS = 5;

/** What people take for at once, and what they do not take for a wait, in milliseconds. */
const [INSTANT, PROMPT] = [100, 500];

/**
 * How long an officer waits for the console, in a real Chromium: from the act to the frame in which what it asked for is drawn,
 * the middle of some rounds. Pages are opened within the console, their code loaded before.
 */
export async function consoleSuite(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'backstop-bench-profile-'));
  writeLargeProfile(folder, POLICIES);
  const api = await startApi(folder);
  const browser = await launchChromium();
  try {
    const officer = await signedIn(api.url);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addCookies([{ ...officer.cookie, url: api.url }]);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${api.url}/#/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return [...(await lists(page)), ...(await ladder(page, officer)), ...(await rules(page, officer))];
  } finally {
    await browser.close();
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function lists(page: Page): Promise<Figure[]> {
  const row = 'tbody tr';
  const open = await middle(async () => {
    await leave(page);
    return opened(page, '/policies', row);
  });
  const first = await page.locator(`${row} td a, ${row} td`).first().innerText();
  const search = page.getByRole('searchbox').first();
  const narrowed = await middle(async () => {
    await search.fill('');
    await page
      .getByText(first.split('\t')[0] ?? '')
      .first()
      .waitFor();
    await search.focus();
    return waited(page, 'COPY9999', () => page.keyboard.type('COPY9999'));
  });
  const count = POLICIES.toLocaleString('en-US');
  return [
    figure(`a list of ${count} policies opens`, open, PROMPT),
    figure(`one of them is found, from the last key`, narrowed, PROMPT),
  ];
}

async function ladder(page: Page, officer: Officer): Promise<Figure[]> {
  const entry = {
    policy: 'margin-tiers.LONG',
    title: 'Long',
    scope: { contracts: ['LONG'] },
    document: longLadder(TIERS),
  };
  const address = await officer.drafted(entry);
  const cell = '[role="gridcell"][data-field="maintenanceMarginRate"]';
  const open = await middle(async () => {
    await leave(page);
    return opened(page, address, cell);
  });
  const typed = await keyed(page, async () => {
    await page.locator(cell).nth(2).dblclick();
  });
  return [
    figure(`a ladder of ${String(TIERS)} tiers opens in its sheet`, open, PROMPT),
    figure('a key in its sheet', typed, INSTANT),
  ];
}

async function rules(page: Page, officer: Officer): Promise<Figure[]> {
  const entry = {
    policy: 'liquidation-trigger.long',
    title: 'Long',
    scope: { contracts: '*', tags: ['long'] },
    document: longRules(RULES),
  };
  const address = await officer.drafted(entry);
  const open = await middle(async () => {
    await leave(page);
    return opened(page, address, '[data-pointer="/rules/0"]');
  });
  await page.locator(`[data-pointer="/rules/${String(RULES - 1)}"]`).waitFor();
  await page.getByRole('button', { name: 'Edit rule rule-7', exact: true }).click();
  const typed = await keyed(page, () => page.locator('[data-pointer="/rules/7"] input').first().focus());
  return [
    figure(`a list of ${String(RULES)} rules opens in the builder`, open, PROMPT),
    figure('a key in one of its rules', typed, INSTANT),
  ];
}

/** Another page, so that the next address is opened anew. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/audit'));
  await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
}

/** From the change of the address until what matches stands in a drawn frame. */
async function opened(page: Page, address: string, selector: string): Promise<number> {
  return page.evaluate(
    ([to, wanted]) =>
      new Promise<number>((resolve, reject) => {
        const start = performance.now();
        location.hash = to;
        const look = (): void => {
          if (document.querySelector(wanted) !== null)
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
          else if (performance.now() - start > 30_000) reject(new Error(`${to} was not opened: no ${wanted}`));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [`#${address}`, selector] as const,
  );
}

/** From the last key that an act presses until a text stands on the page, and nothing else of its column. */
async function waited(page: Page, text: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate((wanted) => {
    let last = performance.now();
    addEventListener('keydown', () => (last = performance.now()), { capture: true });
    const look = (): void => {
      const rows = document.querySelectorAll('tbody tr');
      const isThere = rows.length === 1 && rows[0]?.textContent.includes(wanted) === true;
      if (isThere) Object.assign(globalThis, { waitedFor: performance.now() - last });
      else requestAnimationFrame(look);
    };
    Object.assign(globalThis, { waitedFor: undefined });
    requestAnimationFrame(look);
  }, text);
  await act();
  const found = await page.waitForFunction(() => (globalThis as { waitedFor?: number }).waitedFor);
  return (await found.jsonValue()) ?? 0;
}

/** The middle time from a key to the frame that shows it, as the browser itself measures it. */
async function keyed(page: Page, focus: () => Promise<unknown>): Promise<number> {
  await focus();
  await page.evaluate(() => {
    const took: number[] = [];
    Object.assign(globalThis, { took });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') took.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (const key of '12121212') {
    await page.keyboard.press(key);
    await page.waitForTimeout(700);
  }
  const took = await page.evaluate(() => (globalThis as unknown as { took: number[] }).took);
  // What takes less than 16 ms is not told.
  return took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? 16;
}

async function middle(round: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < ROUNDS; count += 1) times.push(await round());
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

function figure(name: string, value: number, aim: number): Figure {
  return { suite: 'console', name, value, unit: 'ms', aim, isMost: true };
}
