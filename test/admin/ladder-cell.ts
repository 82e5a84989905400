import type { Locator, Page } from 'playwright-core';

/** A cell of a ladder that is edited; rows from 0. */
export function ladderCell(page: Page, row: number, field: string): Locator {
  return page.locator(`[data-id="${String(row)}"] [data-field="${field}"]`);
}

/** Writes into it by hand. */
export async function typeLadderCell(page: Page, row: number, field: string, text: string): Promise<void> {
  const cell = ladderCell(page, row, field);
  await cell.dblclick();
  await cell.getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
}
