import { afterAll, beforeAll, expect, test } from 'vitest';
import { settled, startConsole, type Console } from './open-console.ts';

/** What signing in and Home may weigh together as the browser is sent it, in bytes of script. */
const SCRIPT_BYTES_MAX = 350_000;

let console: Console;

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

test('from nobody to Home the browser is sent 350 kB of script at most, all of it compressed, and no chart', async () => {
  const { page, goTo, close } = await console.open('/roles', { as: null });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Map<string, { readonly name: string; readonly encoding: string | undefined }>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type !== 'Script') return;
    scripts.set(requestId, {
      name: new URL(response.url).pathname,
      encoding: Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding')?.[1],
    });
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await page.getByLabel('Login').fill('ada');
  await page.getByLabel('Password', { exact: false }).first().fill('backstop-demonstration');
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
  await page.getByRole('button', { name: /^You are/ }).waitFor();
  await goTo('/');
  await settled(page);
  const sent = [...scripts.values()];
  expect(sent.length).toBeGreaterThan(5);
  expect(sent.filter(({ encoding }) => encoding === undefined)).toEqual([]);
  expect(sent.filter(({ name }) => /chart|curve|grid|builder|waterfall/i.test(name))).toEqual([]);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(SCRIPT_BYTES_MAX);
  await close();
});
