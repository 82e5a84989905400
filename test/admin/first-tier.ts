import type { Locator, Page } from 'playwright-core';

/** A cell of the first tier of a ladder that is edited. */
export function firstTier(page: Page, field: string): Locator {
  return page.locator(`[data-id="0"] [data-field="${field}"]`);
}

/** Writes into it by hand. */
export async function typeFirstTier(page: Page, field: string, text: string): Promise<void> {
  await firstTier(page, field).dblclick();
  await firstTier(page, field).getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
}
