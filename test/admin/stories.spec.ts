import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AddressInfo } from 'node:net';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { decisionResponse, lossResource } from '@backstop/contracts';
import { launchChromium } from '../support/chromium.ts';
import { gravest } from './gravest.ts';
import { eventually, keepPicture } from './open-console.ts';

const ADMIN = fileURLToPath(new URL('../../apps/admin/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

let folder: string;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stories-'));
  await build({
    configFile: join(ADMIN, 'vite.config.ts'),
    root: ADMIN,
    mode: 'stories',
    logLevel: 'error',
    build: { outDir: folder, minify: false, rolldownOptions: { input: join(ADMIN, 'stories.html') } },
  });
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    readFile(join(folder, pathname)).then(
      (content) => response.setHeader('content-type', TYPES[extname(pathname)] ?? 'text/plain').end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

test('every story is drawn alone, without an error, and nothing serious is found by axe', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/stories.html`);
  await page.getByRole('heading', { level: 2, name: 'LossResult' }).waitFor();
  await page
    .getByRole('region', { name: /^A margin ladder/ })
    .locator('svg path')
    .first()
    .waitFor();
  await eventually(() => page.locator('.MuiSkeleton-root').count()).toBe(0);
  expect(await page.locator('main > section').count()).toBeGreaterThan(12);
  const failing = page.locator('main > section', { has: page.getByText('That did not work') });
  expect(await failing.locator('> :first-child h2').allInnerTexts()).toEqual(['Failure']);
  expect(faults).toEqual([]);
  expect(await gravest(page)).toEqual([]);
  await keepPicture(page, 'stories');
});

test('fixtures are what the service would answer', async () => {
  const fixture = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(ADMIN, 'src/stories/fixtures', `${name}.json`), 'utf8'));
  expect(lossResource.safeParse(await fixture('loss')).error).toBeUndefined();
  expect(decisionResponse.safeParse(await fixture('decision')).error).toBeUndefined();
});
