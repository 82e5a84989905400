import { randomUUID } from 'node:crypto';
import { liquidationResource, pathOf, paths } from '@backstop/contracts';
import type { Role } from '@backstop/core/access';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { asJson, payIn } from '../support/fund-acts.ts';
import { bookAccount, bookLines, BOOK_MARKET, sendBook } from '../support/sample-book.ts';
import { liquidationOf } from '../support/sample-liquidation.ts';
import { runLoss, sampleLoss } from '../support/sample-loss.ts';
import { changesApi } from './changes-api.ts';
import { lookAt } from './look-at.ts';
import { startConsole, type Console, type ConsolePage } from './open-console.ts';

/** A page in two themes and two windows, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 });

let console: Console;
const { submitted, drafted } = changesApi(() => console.app);
const tabs = new Map<Role, ConsolePage>();
/** Ids that addresses name. */
const ids = { change: '', draft: '', decision: '', loss: '', liquidation: '' };

/** A venue at work: a book, a fund, losses, a liquidation that is short, changes on their way. */
beforeAll(async () => {
  console = await startConsole();
  const { app } = console;
  await payIn(app, 'USDT', '1000');
  const accounts = Array.from({ length: 60 }, (_, at) => bookAccount(`a${String(at)}`, String(at * 60 - 100)));
  const asOf = new Date(Date.now() - 60_000).toISOString();
  expect((await sendBook(app.fetch, bookLines(accounts, { ...BOOK_MARKET, asOf }))).status).toBe(201);
  const loss = await runLoss(app, sampleLoss('1250.5', { account: 'lost' }));
  ids.loss = loss.id ?? '';
  ids.decision = loss.decisionId;
  const keyed = { 'idempotency-key': randomUUID() };
  const begun = await app.fetch(paths.liquidations, asJson(liquidationOf('500', 'short'), keyed));
  const { id, steps } = liquidationResource.parse(await begun.json());
  ids.liquidation = id;
  const fill = { fillId: 'trade-1', step: steps[0]?.step, size: steps[0]?.size, price: '58000' };
  const filled = asJson(fill, { 'idempotency-key': randomUUID() });
  expect((await app.fetch(pathOf(paths.liquidationFills, { id }), filled)).status).toBe(201);
  ids.change = (await submitted('author', 'ETHUSDT', '110', 'Less leverage for ether')).id;
  ids.draft = (await drafted('author', 'BTCUSDT', '110', 'Less leverage for bitcoin')).id;
});
afterAll(() => console.stop());

/** What each role works with; a text tells that the page has what it shows. */
const PAGES: readonly (readonly [name: string, as: Role, address: () => string, text: string])[] = [
  ['inbox', 'approver', () => '/inbox', 'Less leverage for ether'],
  ['changes', 'author', () => '/changes', 'Less leverage for ether'],
  ['change', 'approver', () => `/changes/${ids.change}/show`, 'Less leverage for ether'],
  ['draft', 'author', () => `/changes/${ids.draft}`, 'margin-tiers.BTCUSDT'],
  ['new-change', 'author', () => '/changes/create', 'Why and when'],
  ['policy-waterfall', 'viewer', () => '/policies/loss-waterfall.default/show', 'Adds up to the deficit'],
  ['policy-fund', 'viewer', () => '/policies/insurance-fund.default/show', 'Compartments'],
  ['policy-liquidation', 'viewer', () => '/policies/forced-liquidation.default/show', 'what restores the buffer'],
  ['policy-guardrail', 'viewer', () => '/policies/change-guardrail.default/show', 'guardrail'],
  ['accounts', 'viewer', () => '/accounts', 'a0'],
  ['account', 'viewer', () => '/accounts/a1', 'a1'],
  ['decisions', 'auditor', () => '/decisions', 'lost'],
  ['decision', 'auditor', () => `/decisions/${ids.decision}`, 'lost'],
  ['funds', 'viewer', () => '/funds', 'USDT'],
  ['fund', 'approver', () => '/funds/USDT', 'Deposits'],
  ['losses', 'emergency', () => '/losses', 'lost'],
  ['loss', 'viewer', () => `/losses/${ids.loss}`, 'Through the waterfall'],
  ['new-loss', 'emergency', () => '/losses/new', 'Deficit'],
  ['liquidations', 'viewer', () => '/liquidations', 'short'],
  ['liquidation', 'emergency', () => `/liquidations/${ids.liquidation}`, 'trade-1'],
  ['solvency', 'viewer', () => '/solvency', 'To be recorded'],
  ['audit', 'auditor', () => '/audit', 'Verify'],
  ['people', 'admin', () => '/people', 'ada'],
  ['api-keys', 'admin', () => '/api-keys', 'key'],
  ['nowhere', 'viewer', () => '/nowhere', 'No page of the console has this address'],
  ['roles', 'viewer', () => '/roles', 'approver'],
];

test.each(PAGES)(
  'axe finds nothing serious on %s, light and dark, and it fits narrow windows',
  async (name, as, address, text) => {
    const tab = tabs.get(as) ?? (await console.open('/', { as }));
    tabs.set(as, tab);
    await tab.goTo(address());
    await tab.page.getByRole('main').getByText(text).first().waitFor();
    await lookAt(tab.page, `every-${name}`, [768]);
    expect(tab.faults).toEqual([]);
  },
);
