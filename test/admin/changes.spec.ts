import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { paths, pathOf, type ChangeResource } from '@backstop/contracts';
import type { Page } from 'playwright-core';
import { bookAccount, bookLines, sendBook } from '../support/sample-book.ts';
import { changesApi, type Tier } from './changes-api.ts';
import { gravest } from './gravest.ts';
import { holdBack } from './hold-back.ts';
import { ladderCell, typeLadderCell } from './ladder-cell.ts';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

/** Two people and a browser for each take longer than one. */
vi.setConfig({ testTimeout: 60_000 });

let console: Console;
const { ask, send, drafted, submitted, inForce } = changesApi(() => console.app);

beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

const showOf = (change: ChangeResource): string => `/changes/${change.id}/show`;
const draftOf = (change: ChangeResource): string => `/changes/${change.id}`;
const setHash = (page: Page): Promise<string> =>
  page.getByRole('region', { name: 'Policy set in force' }).getByRole('button').innerText();

test('an author proposes a change from a policy, another person approves it, and it is in force', async () => {
  const author = await console.open('/policies/margin-tiers.SOLUSDT/show');
  const { page } = author;
  const before = await setHash(page);
  await page.getByRole('link', { name: 'Propose a change' }).click();
  await typeLadderCell(page, 0, 'leverageMax', '110');
  await page.getByText('The largest leverage of the tier from 0').waitFor();
  await page.getByRole('textbox', { name: 'Reason' }).fill('SOL has become deeper');
  await page.getByRole('button', { name: 'Save and preview' }).click();
  await page.getByText('Nothing: it can be submitted.').waitFor();
  await page.getByRole('button', { name: 'Go on to submit' }).click();
  await page.getByRole('dialog').getByText('any later edit voids it').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('heading', { level: 1, name: 'SOL has become deeper' }).waitFor();
  await page.getByText('1 approval is missing').waitFor();
  expect(await page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);

  const approver = await console.open('/inbox', { as: 'approver' });
  const inbox = approver.page.getByRole('region', { name: /^To review/ });
  await inbox.getByRole('link', { name: 'SOL has become deeper' }).click();
  await approver.page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = approver.page.getByRole('dialog', { name: 'Approve this change' });
  const id = /changes\/([0-9a-f-]{36})/.exec(approver.page.url())?.[1] ?? '';
  const { submission } = await ask<ChangeResource>('approver', pathOf(paths.change, { id }));
  expect(await dialog.innerText()).toContain(submission?.digest.slice(0, 12));
  expect(await dialog.innerText()).toContain('You did not write any of it');
  await dialog.getByRole('button', { name: 'I approve' }).click();
  await dialog.waitFor({ state: 'detached' });
  await eventually(() => setHash(approver.page)).not.toBe(before);
  const chips = approver.page.getByRole('main').getByText('in force', { exact: true });
  await chips.first().waitFor();
  const set = await ask<{ hash: string }>('viewer', paths.currentPolicySet);
  expect(await setHash(approver.page)).toContain(set.hash.slice(0, 10));
  expect([...author.faults, ...approver.faults]).toEqual([]);
  await author.close();
  await approver.close();
});

test('who wrote a change is not offered to approve it, is told why, and the service refuses it too', async () => {
  const change = await submitted('abel', 'XRPUSDT', '80', 'Written by one who may approve');
  const { page, close } = await console.open(showOf(change), { as: 'abel' });
  const refused = page.getByRole('list', { name: 'What you cannot do now' });
  const line = refused.getByRole('listitem').filter({ hasText: /^Approve/ });
  await line.waitFor();
  await eventually(() => line.innerText()).toContain('Abel');
  expect(await page.getByRole('button', { name: 'Approve', exact: true }).isDisabled()).toBe(true);
  const digest = change.submission?.digest;
  const answer = await send('abel', pathOf(paths.changeApprove, { id: change.id }), { digest }, change);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ code: 'change_contributor_must_not_approve' });
  await close();
});

test('an emergency takes effect by one person, waits in the inbox of those who can confirm it, and then stands', async () => {
  const change = await submitted('emergency', 'ETHUSDT', '100', 'The oracle of ETH is off');
  const alone = await console.open(showOf(change), { as: 'emergency' });
  await alone.page.getByRole('button', { name: 'Activate in an emergency' }).click();
  const dialog = alone.page.getByRole('dialog');
  const activate = dialog.getByRole('button', { name: 'Activate now' });
  expect(await activate.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('Marks jumped against the index');
  await activate.click();
  await alone.page.getByText('unless a second person confirms it').waitFor();

  const second = await console.open('/inbox', { as: 'approver' });
  const waiting = second.page.getByRole('region', { name: /^Emergencies to confirm/ });
  await waiting.getByText('Ends by itself').waitFor();
  await waiting.getByRole('link', { name: 'The oracle of ETH is off' }).click();
  await second.page.getByRole('button', { name: 'Confirm the emergency' }).click();
  await second.page.getByRole('dialog').getByRole('button', { name: 'I confirm' }).click();
  await second.page.getByText('Confirmed by Piet').waitFor();
  expect([...alone.faults, ...second.faults]).toEqual([]);
  await alone.close();
  await second.close();
});

test('one action takes a change back: the draft says what was in force before it', async () => {
  const change = await inForce('ADAUSDT', '90', 'A mistake');
  const { page, faults, close } = await console.open(showOf(change));
  await page.getByRole('button', { name: 'Roll back to before it' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('It was a mistake');
  await page.getByRole('dialog').getByRole('button', { name: 'Make the draft' }).click();
  await page.getByRole('heading', { level: 1, name: 'Draft: It was a mistake' }).waitFor();
  const leverage = change.entries[0]?.before?.document?.['tiers'] as Tier[];
  await eventually(() => ladderCell(page, 0, 'leverageMax').innerText()).toBe(`${leverage[0]?.leverageMax ?? ''}×`);
  await page.getByText('The largest leverage of the tier from 0').waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('what is typed outlives a reload, and a mistake in it is named as it is typed', async () => {
  const change = await drafted('author', 'DOGEUSDT', '60', 'To be typed on');
  const { page, faults, close } = await console.open(draftOf(change));
  const rate = ladderCell(page, 0, 'maintenanceMarginRate');
  await typeLadderCell(page, 0, 'maintenanceMarginRate', '150');
  await page.getByRole('list', { name: 'What is wrong with the document' }).waitFor();
  await eventually(() => rate.getAttribute('aria-invalid')).toBe('true');
  await page.getByRole('textbox', { name: 'Reason' }).fill('Typed and not saved');
  await page.reload();
  await page.getByText('what you typed last and did not save').waitFor();
  expect(await page.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('Typed and not saved');
  await eventually(() => rate.innerText()).toBe('150 %');
  await page.getByRole('button', { name: 'Discard what is not saved' }).first().click();
  expect(await page.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('To be typed on');
  expect(faults).toEqual([]);
  await close();
});

test('where somebody else was faster nothing is written, it is said, and what was typed stays', async () => {
  const change = await drafted('author', 'LTCUSDT', '60', 'Written by two');
  const { page, close } = await console.open(draftOf(change));
  const reason = page.getByRole('textbox', { name: 'Reason' });
  await reason.fill('Mine');
  const letGo = await holdBack(page);
  await ask('abel', pathOf(paths.change, { id: change.id }), { reason: 'Theirs' }, change);
  await page.getByRole('button', { name: 'Save draft' }).click();
  letGo();
  await page.getByRole('region', { name: / saved this draft while you typed/ }).waitFor();
  expect(await reason.inputValue()).toBe('Mine');
  const stored = () => ask<ChangeResource>('author', pathOf(paths.change, { id: change.id }));
  expect((await stored()).reason).toBe('Theirs');
  const put = page.getByRole('button', { name: 'Put mine on what was saved' });
  expect(await put.isDisabled()).toBe(true);
  await page.getByRole('group', { name: 'Which stands of Reason' }).getByRole('button', { name: 'Mine' }).click();
  await put.click();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Everything is saved.').waitFor();
  expect((await stored()).reason).toBe('Mine');
  await close();
});

test('a comment stands at its row and in the list', async () => {
  const change = await submitted('author', 'LINKUSDT', '60', 'To be talked about');
  const { page, faults, close } = await console.open(showOf(change), { as: 'approver' });
  await page.getByRole('button', { name: /^Comment on \/tiers/ }).click();
  await page.getByLabel('Comment on this row').fill('Why exactly this much?');
  await page.getByRole('button', { name: 'Send comment' }).first().click();
  await page
    .getByRole('region', { name: /^Comments/ })
    .getByText('Why exactly this much?')
    .waitFor();
  await page.getByRole('button', { name: /^Hide comments on \/tiers.*leverageMax/ }).waitFor();
  expect(await page.getByText('Why exactly this much?').count()).toBe(2);
  expect(faults).toEqual([]);
  await close();
});

test('a comment leads to its row, at an address of its own', async () => {
  const change = await submitted('author', 'ETCUSDT', '60', 'To be talked about elsewhere');
  const [entry] = change.entries;
  const path = entry?.differences[0]?.path ?? '';
  const comment = { text: 'Is that enough?', policy: entry?.policy, path };
  await ask('approver', pathOf(paths.changeComments, { id: change.id }), comment);
  const { page, faults, close } = await console.open(showOf(change), { as: 'approver' });
  await page.getByRole('link', { name: `${comment.policy ?? ''}${path}` }).click();
  const thread = page.getByRole('group', { name: `Comments on ${path}` });
  await thread.getByText('Is that enough?').waitFor();
  await eventually(() => thread.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.reload();
  await thread.getByText('Is that enough?').waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('a change says who can give what it lacks and until when, and the inbox is narrowed and ordered in the address', async () => {
  const draft = await drafted('author', 'AVAXUSDT', '60', 'Wished for an instant');
  const piet = (await console.app.signInAs('approver')).person.id;
  const wish = { effectiveFrom: new Date(Date.now() + 90 * 3_600_000).toISOString(), requestedApprovers: [piet] };
  const wished = await ask<ChangeResource>('author', pathOf(paths.change, { id: draft.id }), wish, draft);
  await ask('author', pathOf(paths.changeSubmit, { id: draft.id }), {}, wished);
  await submitted('author', 'DOTUSDT', '60', 'Asked of nobody');
  const { page, faults, close } = await console.open('/inbox', { as: 'approver' });
  const reviews = page.getByRole('region', { name: /^To review/ });
  await reviews.getByText('To approve by').first().waitFor();
  await page.getByLabel('Asked of me').click();
  await eventually(() => page.url()).toContain('asked=me');
  await eventually(() => reviews.getByRole('listitem').filter({ hasText: 'Asked of nobody' }).count()).toBe(0);
  await page.getByLabel('Order').click();
  await page.getByRole('option', { name: 'soonest effect first' }).click();
  await eventually(() => page.url()).toContain('order=starts');
  await page.reload();
  await reviews.getByRole('link', { name: 'Wished for an instant' }).click();
  const places = page.getByRole('list', { name: 'Approvals, given and missing' });
  expect(await places.innerText()).toMatch(/It can come from you \(asked\); Abel/);
  const schedule = page.getByRole('region', { name: 'Schedule' });
  await schedule.getByText(/^Approved by .* GMT\+9, it keeps its notice \(3 d .* left\)$/).waitFor();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const instant = page.getByRole('dialog').locator('time').first();
  expect([await instant.innerText(), await instant.getAttribute('title')]).toEqual([
    expect.stringContaining('GMT+9'),
    expect.stringContaining('UTC'),
  ]);
  expect(faults).toEqual([]);
  await close();
});

test('the list is narrowed by where changes stand and by words, and the address keeps it', async () => {
  const change = await drafted('author', 'BNBUSDT', '60', 'To be found again');
  const { page, close } = await console.open('/changes');
  await page.getByRole('tab', { name: 'Drafts' }).click();
  await page.getByLabel('Search').fill('found again');
  const found = page.getByRole('link', { name: 'To be found again' });
  await found.waitFor();
  await eventually(() => decodeURIComponent(page.url())).toContain('"q":"found again"');
  await page.getByText('1 change', { exact: true }).waitFor();
  await page.reload();
  await found.focus();
  await page.keyboard.press('Enter');
  await eventually(() => page.url()).toContain(showOf(change));
  await close();
});

test('the impact on the book is shown: who moves zone, who becomes liquidatable, who is hit hardest', async () => {
  // One bitcoin at 64,000 is held with 270 and after the change with 295: an account of 280 falls between.
  const book = bookLines([bookAccount('thin', '280'), bookAccount('thick', '50000')]);
  expect((await sendBook(console.app.fetch, book)).status).toBe(201);
  const change = await submitted('author', 'BTCUSDT', { maintenanceMarginRate: '0.0045' }, 'Tighter where most stand');
  const { page, faults, close } = await console.open(showOf(change), { as: 'approver' });
  const impact = page.getByRole('region', { name: /^Impact on the book/ });
  const moves = impact.getByRole('table', { name: 'Zones before and after' });
  await eventually(() => moves.locator('tbody tr').allInnerTexts()).toHaveLength(1);
  expect(await moves.locator('tbody tr td').nth(1).innerText()).toBe('liquidation');
  expect(await moves.locator('tbody tr td').nth(2).innerText()).toBe('1');
  const hardest = impact.getByRole('table', { name: 'Hit hardest' }).locator('tbody tr').first();
  expect(await hardest.innerText()).toContain('thin');
  expect(await hardest.innerText()).toContain('270 → 295');
  await impact.getByRole('button', { name: /^Marks −10 %/ }).click();
  await page.getByRole('button', { name: 'Show notice' }).click();
  await page.getByText('1 account newly liquidatable').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download JSON' }).click();
  expect((await download).suggestedFilename()).toBe(`notice-${change.id}.json`);
  expect(await gravest(page)).toEqual([]);
  expect(faults).toEqual([]);
  await keepPicture(page, 'impact-light');
  await close();
});

/** Widths that pages are looked at besides the one that they are opened at, in pixels. */
const WIDTHS = [768, 1280, 2560] as const;

test.each(['light', 'dark'] as const)(
  'axe finds nothing serious in %s, and every page fits every window',
  async (theme) => {
    const change = await submitted('author', 'BTCUSDT', '120', `To be looked at in ${theme}`);
    const { page, faults, goTo, close } = await console.open('/inbox', { as: 'abel', theme });
    const pages = {
      inbox: '/inbox',
      changes: '/changes',
      change: showOf(change),
      draft: `${draftOf(change)}?preview=1`,
    };
    for (const [name, address] of Object.entries(pages)) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await goTo(address);
      await settled(page);
      expect(await gravest(page)).toEqual([]);
      await keepPicture(page, `${name}-${theme}`);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const overflow = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await eventually(overflow).toBe(0);
      }
    }
    expect(faults).toEqual([]);
    await close();
  },
  120_000,
);
