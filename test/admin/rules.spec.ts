import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { liquidationTrigger } from '@backstop/core/kinds/liquidation-trigger';
import { pathOf, paths, type AnalysisResponse, type PolicyVersionResource } from '@backstop/contracts';
import { approveVersion } from '../support/approve-version.ts';
import { gravest } from './gravest.ts';
import { eventually, keepPicture, settled, startConsole, type Console } from './open-console.ts';

const POLICY = 'liquidation-trigger.default';
/** Named conditions, priorities, venue facts, and a partial liquidation that is tried before the whole one. */
const RICH = new URL(
  '../../libs/core/src/kinds/liquidation-trigger/fixtures/valid/priorities-names-and-venue-facts.json',
  import.meta.url,
);

/** A rule that asks every member of a set: what the analysis does not reason about, and says so. */
const PICKED = {
  name: 'picked',
  priority: 4,
  conditions: { all: [{ fact: 'tags', operator: 'everyFact:in', value: ['desk'] }] },
  event: { type: 'picked', params: { actions: [{ type: 'notify', params: { channel: 'desk' } }] } },
};

let console: Console;

beforeAll(async () => {
  console = await startConsole({ clock: () => Date.parse('2030-01-01T00:00:00Z') });
  // Version 2 calls margin earlier than version 1; version 3 is another list of rules altogether.
  const text = JSON.stringify(await documentOf(1))
    .replace('"1.1"', '"1.2"')
    .replace('"1.15"', '"1.25"');
  await approve(JSON.parse(text), '2025-01-01T00:00:00Z');
  const rich = JSON.parse(await readFile(RICH, 'utf8')) as { rules: object[] };
  await approve({ ...rich, rules: [...rich.rules, PICKED] }, '2026-01-01T00:00:00Z');
});
afterAll(() => console.stop());

async function approve(document: unknown, effectiveFrom: string): Promise<void> {
  await approveVersion(console.app.dataSource, {
    policy: POLICY,
    document: liquidationTrigger.schema.parse(document),
    effectiveFrom: new Date(effectiveFrom),
  });
}

async function documentOf(version: number): Promise<Record<string, unknown>> {
  const answer = await console.app.fetch(pathOf(paths.policyVersion, { id: POLICY, version }));
  return ((await answer.json()) as PolicyVersionResource).document ?? {};
}

/** What the API itself says of a version, alone or beside another. */
async function analysisOf(version: number, before: number | null = null): Promise<AnalysisResponse> {
  const answer = await console.app.fetch(paths.policyAnalysis, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      kind: 'liquidation-trigger',
      document: await documentOf(version),
      before: before === null ? null : await documentOf(before),
    }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as AnalysisResponse;
}

/** A sentence as the page shows it, told apart from other texts by its beginning. */
function shown(sentence: string): string {
  const grouped = sentence.replace(/\d{4,}/g, (figure) => figure.replace(/\B(?=(?:\d{3})+$)/g, ','));
  return grouped.replaceAll('`', '').replace(/ -(?=\d)/g, ' −');
}

async function textOf(part: Locator): Promise<string> {
  return (await part.innerText()).replace(/\s+/g, ' ');
}

test('findings stand beside the rules they are about: warnings at once, notes on demand', async () => {
  const { findings } = await analysisOf(3);
  const warnings = findings.filter(({ level, answer }) => level === 'warning' && answer === 'found');
  const unknown = findings.filter(({ answer }) => answer === 'unknown');
  const notes = findings.filter((finding) => !warnings.includes(finding) && !unknown.includes(finding));
  expect([warnings.length, unknown.length, notes.length].every((count) => count > 0)).toBe(true);

  const { page, faults, close } = await console.open(`/policies/${POLICY}/show`);
  const rules = page.getByRole('list', { name: 'Rules', exact: true }).locator('> li');
  const summary = page.getByRole('status').filter({ hasText: 'The analysis found' });
  await summary.waitFor();
  expect(await textOf(summary)).toMatch(
    new RegExp(
      `^The analysis found ${warnings.length} warnings? ${unknown.length} questions? .* ${notes.length} notes? json-rules-engine agrees on all \\d+ accounts`,
    ),
  );
  for (const { code, pointers, sentence } of warnings) {
    for (const place of new Set(pointers.map((pointer) => /^\/rules\/(\d+)/.exec(pointer)?.[1]))) {
      const label = { non_monotone_zone: 'milder with less equity', overlap: 'overlap' }[code] ?? code;
      expect(await textOf(rules.nth(Number(place)))).toContain(`Warning: ${label}. ${shown(sentence)}`);
    }
  }
  for (const { pointers, sentence } of unknown) {
    const place = /^\/rules\/(\d+)/.exec(pointers[0] ?? '')?.[1];
    const part =
      place === undefined ? page.getByRole('list', { name: 'Findings about all rules' }) : rules.nth(Number(place));
    expect(await textOf(part)).toMatch(/Not answered: .*/);
    expect(await textOf(part)).toContain(shown(sentence));
  }

  const note = notes.find(({ pointers }) => pointers[0] === '/rules/2');
  const third = rules.nth(2);
  expect(await textOf(third)).not.toContain(shown(note?.sentence ?? ''));
  const open = third.getByRole('button', { name: 'Show 1 note about liquidation' });
  await open.focus();
  await page.keyboard.press('Enter');
  await eventually(() => textOf(third)).toContain(shown(note?.sentence ?? ''));
  const facts = third.getByText('All its facts').last();
  await facts.click();
  await eventually(() => textOf(third)).toContain('Maintenance margin 100');

  expect(await gravest(page)).toEqual([]);
  expect(faults).toEqual([]);
  await keepPicture(page, 'findings-light');
  await close();
});

test.each([
  [1, 2, 'stricter', 'Stricter.'],
  [2, 1, 'looser', 'Looser.'],
  [1, 1, 'equivalent', 'Equivalent.'],
] as const)('version %i against version %i is said to be %s, above the rows', async (before, after, answer, word) => {
  const { comparison } = await analysisOf(after, before);
  expect(comparison?.answer).toBe(answer);
  const { page, faults, close } = await console.open(
    `/policies/${POLICY}/show?view=versions&before=${before}&after=${after}`,
  );
  const meaning = page.getByRole('region', { name: 'What changes for accounts' });
  await meaning.getByText(word, { exact: true }).first().waitFor();
  const text = await textOf(meaning);
  expect(text).toContain(shown(comparison?.sentence ?? ''));
  for (const { sentence, from, to } of comparison?.differences ?? []) {
    expect(text).toContain(`${word} ${shown(sentence)} ${from ?? 'indeterminate'} ${to ?? 'indeterminate'}`);
  }
  const rows = page.getByText(/^\d+ differences?|^The two versions say the same/).first();
  await rows.waitFor();
  const [above, below] = [await meaning.boundingBox(), await rows.boundingBox()];
  expect(above?.y).toBeLessThan(below?.y ?? 0);
  expect(faults).toEqual([]);
  await close();
});

test.each(['light', 'dark'] as const)(
  'any two versions are chosen and compared by what they do, in %s',
  async (theme) => {
    const { page, faults, close } = await console.open(`/policies/${POLICY}/show?view=versions&before=1&after=2`, {
      theme,
    });
    await page.getByLabel('To version').click();
    await page.getByRole('option', { name: /^3 ·/ }).click();
    const { comparison } = await analysisOf(3, 1);
    const meaning = page.getByRole('region', { name: 'What changes for accounts' });
    await eventually(() => textOf(meaning)).toContain(shown(comparison?.sentence ?? ''));
    await settled(page);
    expect(await gravest(page)).toEqual([]);
    expect(faults).toEqual([]);
    await keepPicture(page, `compare-rules-${theme}`);
    await close();
  },
);

test('where the analysis does not answer the rules still read, and it is asked again', async () => {
  const { page, close } = await console.open('/policies');
  await page.route(`**${paths.policyAnalysis}`, (route) => route.abort());
  await page.goto(`${console.app.url}/#/policies/${POLICY}/show`);
  await page.getByText('The service did not answer').waitFor();
  await page.getByRole('list', { name: 'Rules', exact: true }).getByText('notional').waitFor();
  await page.unroute(`**${paths.policyAnalysis}`);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('status').filter({ hasText: 'The analysis found' }).waitFor();
  await close();
});

test('a kind without rules asks for no analysis', async () => {
  const { page, faults, goTo, close } = await console.open('/policies');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await goTo('/policies/margin-tiers.BTCUSDT/show?view=versions&before=1&after=1');
  await page.getByText('The two versions say the same').waitFor();
  expect(asked).not.toContain(paths.policyAnalysis);
  expect(await page.getByRole('region', { name: 'What changes for accounts' }).count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});
