import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** `colors`: only what another theme may change, for a page that was looked at whole in one theme already. */
type Looked = 'whole' | 'colors';

/** What axe calls serious or critical on a page as it stands: the rule, and where. */
export async function gravest(page: Page, looked: Looked = 'whole'): Promise<string[]> {
  // What has just been measured is drawn anew in the next frame.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  );
  // What is still fading in or out has colours that nobody reads.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(options),
    {
      resultTypes: ['violations'] as 'violations'[],
      ...(looked === 'colors' ? { runOnly: { type: 'rule' as const, values: ['color-contrast'] } } : {}),
    },
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}
