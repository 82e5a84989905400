import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { decisionResponse, pathOf, paths } from '@backstop/contracts';
import { importSet, type ImportResult } from '@backstop/api/import/import-set';
import { HISTORY_PROFILE } from '../support/changed-profile.ts';
import { cleanups } from '../support/cleanups.ts';
import { emptyDatabase } from '../support/empty-database.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const after = cleanups();

describe('an import of a history', () => {
  it('makes each day of it a change, and an evaluation uses the ladder of its day', { timeout: 120_000 }, async () => {
    const { app, results } = await historyApp();
    const lines = await historyLines();
    const days = [...new Set(lines.map(({ seenOn }) => seenOn))];
    expect(results).toMatchObject([{ outcome: 'imported', changes: days.length }]);

    for (const [index, { seenOn, instrument, tiers }] of lines.entries()) {
      if (index % 40 !== 0) continue;
      const decision = await evaluated(app, instrument, `${seenOn}T12:00:00Z`);
      const [position] = decision.scopes[0]?.positions ?? [];
      if (tiers === null) expect(decision.outcome).not.toBe('pass');
      // A small position is in the first tier of the ladder that stands from that day on.
      else expect(position?.tier?.maintenanceMarginRate).toBe(tiers[0]?.maintenanceMarginRate);
    }
    const versions = await app.fetch(pathOf(paths.policyVersions, { id: 'margin-tiers.BTCUSDT' }));
    const ofBitcoin = lines.filter(({ instrument }) => instrument === 'BTCUSDT').length;
    expect(versions.headers.get('content-range')).toBe(`versions 0-${String(ofBitcoin - 1)}/${String(ofBitcoin)}`);
  });

  it('takes a delisted contract out of force from its day on', { timeout: 120_000 }, async () => {
    const { app } = await historyApp();
    const lines = await historyLines();
    const end = lines.find(({ tiers }) => tiers === null);
    expect(end).toBeDefined();
    const { instrument = '', seenOn = '' } = end ?? {};
    const dayBefore = new Date(Date.parse(`${seenOn}T00:00:00Z`) - 1).toISOString();
    expect((await evaluated(app, instrument, dayBefore)).outcome).toBe('pass');
    expect((await evaluated(app, instrument, `${seenOn}T00:00:00Z`)).outcome).toBe('indeterminate');
    const policy = await app.fetch(pathOf(paths.policy, { id: `margin-tiers.${instrument}` }));
    expect(await policy.json()).toMatchObject({ status: 'ended' });
  });

  it('tells a problem by its line', async () => {
    const copy = await after.folder();
    await cp(HISTORY_PROFILE, copy, { recursive: true });
    const file = join(copy, 'binance-usdm.jsonl');
    const lines = (await readFile(file, 'utf8')).split('\n');
    lines[2] = lines[2]?.replace(/"maintenanceMarginRate":"[^"]+"/, '"maintenanceMarginRate":"2"') ?? '';
    lines.splice(4, 0, '', '{"seenOn":');
    await writeFile(file, lines.join('\n'));
    const result = await importSet(await emptyDatabase(after), copy, 0);
    const problems = result.outcome === 'refused' ? result.problems : [];
    expect(problems.map((problem) => problem.file)).toEqual(['binance-usdm.jsonl:6']);
    lines.splice(5, 1);
    await writeFile(file, lines.join('\n'));
    const again = await importSet(await emptyDatabase(after), copy, 0);
    const found = again.outcome === 'refused' ? again.problems : [];
    expect(new Set(found.map((problem) => problem.file))).toEqual(new Set(['binance-usdm.jsonl:3']));
    expect(found[0]?.message).toMatch(/tier 1/);
  });
});

/** The application on the history alone. */
async function historyApp(): Promise<{ readonly app: TestApp; readonly results: readonly ImportResult[] }> {
  const results: ImportResult[] = [];
  const fill = async (dataSource: DataSource): Promise<void> => {
    results.push(await importSet(dataSource, HISTORY_PROFILE, Date.now()));
  };
  const app = await startApp({ content: 'empty', fill });
  after.add(app.stop);
  return { app, results };
}

interface HistoryLine {
  readonly seenOn: string;
  readonly instrument: string;
  readonly tiers: readonly { readonly maintenanceMarginRate: string }[] | null;
}

async function historyLines(): Promise<HistoryLine[]> {
  const text = await readFile(join(HISTORY_PROFILE, 'binance-usdm.jsonl'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as HistoryLine);
}

/** A small position in one contract, judged as of an instant. */
async function evaluated(app: TestApp, contract: string, asOf: string) {
  const settled = contract.includes('BUSD') ? 'BUSD' : 'USDT';
  const response = await app.fetch(paths.evaluations, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      account: {
        id: 'a',
        collateral: [{ asset: settled, balance: '1000' }],
        positions: [{ contract, size: '1', entryPrice: '1', margin: 'cross' }],
      },
      market: {
        asOf,
        contracts: { [contract]: { markPrice: '1', indexPrice: '1' } },
        assets: { USDT: { price: '1' }, BUSD: { price: '1' } },
      },
    }),
  });
  return decisionResponse.parse(await response.json());
}
