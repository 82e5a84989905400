import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, settled } from './open-console.ts';

/** A page in light and dark and in every window: axe finds nothing serious, nothing is wider than the window, pictures are kept. */
export async function lookAt(page: Page, name: string, widths: readonly number[]): Promise<void> {
  await settled(page);
  expect(await gravest(page)).toEqual([]);
  await keepPicture(page, `${name}-light`);
  await inTheDark(page, async () => {
    expect(await gravest(page, 'colors')).toEqual([]);
    await keepPicture(page, `${name}-dark`);
  });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await eventually(overflow).toBe(0);
    if (width < 1000) await keepPicture(page, `${name}-${String(width)}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** The same page as the dark theme paints it, once its colors have come to rest. */
export async function inTheDark(page: Page, look: () => Promise<void>): Promise<void> {
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.emulateMedia({ colorScheme: 'dark' });
  await eventually(ground).not.toBe(light);
  await eventually(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  await look();
  await page.emulateMedia({ colorScheme: 'light' });
  await eventually(ground).toBe(light);
}
