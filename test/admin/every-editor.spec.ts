import { kinds } from '@backstop/core/kinds';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lookAt } from './look-at.ts';
import { startConsole, type Console, type ConsolePage } from './open-console.ts';

/** A page in two themes and two windows, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

let console: Console;
let tab: ConsolePage;

beforeAll(async () => {
  console = await startConsole();
  tab = await console.open('/');
});
afterAll(async () => {
  await tab.close();
  await console.stop();
});

/** Keys of the shipped policies whose kinds have no `default`. */
const KEYS: Readonly<Record<string, string>> = { 'margin-tiers': 'BTCUSDT', 'collateral-haircut': 'BTC' };

/** A kind that comes later is looked at as well. */
test.each(Object.keys(kinds))(
  'axe finds nothing serious where a document of %s is edited, light and dark, and it fits narrow windows',
  async (kind) => {
    const { page, goTo, faults } = tab;
    const policy = `${kind}.${KEYS[kind] ?? 'default'}`;
    await goTo(`/changes/create?policies=${policy}`);
    const document = page.getByRole('region', { name: `Document of ${policy}` });
    await document.getByRole('button', { name: 'JSON', exact: true }).waitFor();
    await lookAt(page, `every-editor-${kind}`, [768]);
    expect(faults).toEqual([]);
  },
);
