import type { Page } from 'playwright-core';
import { paths } from '@backstop/contracts';

/** Nothing that the page asks by itself, but only what is saved and who signs in, reaches the service until it is let go. */
export async function holdBack(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/v1/**', async (route) => {
    const request = route.request();
    const isPosted =
      request.method() === 'POST' && [paths.session, paths.changes].some((path) => request.url().endsWith(path));
    const isActed = request.method() === 'PATCH' || isPosted;
    if (!isActed) await held;
    await route.continue();
  });
  return letGo;
}
