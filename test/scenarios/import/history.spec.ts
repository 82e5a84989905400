import { beforeAll, describe, expect, it } from 'vitest';
import { buildTimeline, policySetOf, timelineAt } from '@backstop/core/change';
import type { Timeline } from '@backstop/core/change';
import { compileSet } from '@backstop/core/evaluation';
import { ladderHistory } from '@backstop/core/kinds/margin-tiers/import';
import type { HistoryChange } from '@backstop/core/kinds/margin-tiers/import';
import { formatInstant, parseInstant } from '@backstop/core/venue';
import { accountOf } from '../../builders/account-of.ts';
import { decided } from '../../builders/judged.ts';
import { marketOf } from '../../builders/market-of.ts';
import { sha256 } from '../../builders/sha256.ts';
import { publishedHistory, readProfile } from './rules-files.ts';
import type { PublishedTier } from './rules-files.ts';
import { changeAt, versionsOf } from './versions-of.ts';

const DAY = 86_400_000;
const SENTINEL = '9223372036854775807';
const lines = publishedHistory();
const base = readProfile('history');
const collateral = base.policies.flatMap(({ scope }) =>
  Array.isArray(scope.assets) ? (scope.assets as string[]) : [],
);
const history = ladderHistory(lines, collateral);
const days = [...new Set(lines.map(({ seenOn }) => seenOn))];
const midnight = (day: string): number => parseInstant(`${day}T00:00:00Z`)!;

/** The slow and obvious answer: the last line of each contract up to the end of the instant's day; none where it is `null`. */
function naiveLadders(at: number): Record<string, readonly object[]> {
  const today = formatInstant(at).slice(0, 10);
  const ladders: Record<string, readonly object[]> = {};
  for (const { seenOn, instrument, tiers } of lines) {
    if (seenOn > today) continue;
    if (tiers === null) Reflect.deleteProperty(ladders, instrument);
    else ladders[instrument] = tiers.map(asPublished);
  }
  return ladders;
}

function asPublished(row: PublishedTier): object {
  return { ...row, notionalCap: row.notionalCap === SENTINEL ? null : row.notionalCap, initialMarginRate: null };
}

function laddersAt(timeline: Timeline, at: number): Record<string, unknown> {
  const ladders = timelineAt(timeline, at).filter(({ kind, ends }) => kind === 'margin-tiers' && !ends);
  return Object.fromEntries(
    ladders.map(({ policy, document }) => [policy.slice(13), (document as { tiers: unknown }).tiers]),
  );
}

function listingsAt(timeline: Timeline, at: number): Record<string, string> {
  const specification = timelineAt(timeline, at).find(({ kind }) => kind === 'contract-specification');
  const document = specification?.document as { contracts: { contract: string; listing: string }[] } | undefined;
  return Object.fromEntries((document?.contracts ?? []).map(({ contract, listing }) => [contract, listing]));
}

describe('the history of 2022 and 2023', () => {
  it('all 1,055 lines are taken over with zero problems, as one change a day', () => {
    expect(lines).toHaveLength(1055);
    expect(history.problems).toEqual([]);
    expect(history.changes.map(({ effectiveFrom }) => effectiveFrom)).toEqual(days.map((day) => `${day}T00:00:00Z`));
    const ladders = history.changes
      .flatMap(({ versions }) => versions)
      .filter(({ policy }) => policy.startsWith('margin-tiers.'));
    expect(ladders).toHaveLength(1055);
    expect(ladders.filter(({ envelope }) => envelope === null)).toHaveLength(37);
  });

  it('its ten sentinels are read as unbounded, each with a note', () => {
    expect(new Set(history.notes.map(({ code }) => code))).toEqual(new Set(['sentinel_cap_read_as_unbounded']));
    expect(history.notes).toHaveLength(10);
    for (const { line, contract } of history.notes) {
      const { instrument, tiers } = lines[line - 1]!;
      expect([instrument, tiers!.at(-1)!.notionalCap]).toEqual([contract, SENTINEL]);
    }
  });
});

describe('the timeline of the history', () => {
  let timeline: Timeline;
  beforeAll(() => {
    const [first, ...later] = history.changes as [HistoryChange, ...HistoryChange[]];
    const together = changeAt(base.set.effectiveFrom, base.policies);
    const opening = { effectiveFrom: first.effectiveFrom, versions: [...together.versions, ...first.versions] };
    expect(together.effectiveFrom).toBe(first.effectiveFrom);
    timeline = buildTimeline(versionsOf([opening, ...later]));
  });

  const instants = days.flatMap(
    (day) =>
      [
        ['a day before', midnight(day) - DAY],
        ['a millisecond before', midnight(day) - 1],
        ['at midnight of', midnight(day)],
        ['at the end of', midnight(day) + DAY - 1],
        ['a day after', midnight(day) + DAY],
      ] as const,
  );
  const named = instants.map(([when, at]) => [`${when} ${formatInstant(at)}`, at] as const);

  it.each(named)('%s: the ladders of that day', (_when, at) => {
    expect(laddersAt(timeline, at)).toEqual(naiveLadders(at));
  });

  it.each(named)('%s: every contract but the delisted has a ladder', (_when, at) => {
    const listings = Object.entries(listingsAt(timeline, at));
    const listed = listings.filter(([, listing]) => listing !== 'delisted').map(([contract]) => contract);
    expect(listed.toSorted()).toEqual(Object.keys(laddersAt(timeline, at)).toSorted());
  });

  it.each(days)('%s: an evaluation uses the ladder of that day', (day) => {
    const compiled = compileSet(policySetOf(timelineAt(timeline, midnight(day)), sha256));
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems.slice(0, 5)));
    const account = accountOf({
      collateral: [['USDT', '1000000']],
      positions: [{ contract: 'BTCUSDT', size: '100', entryPrice: '50000' }],
    });
    const market = marketOf({ asOf: `${day}T00:00:00Z`, contracts: { BTCUSDT: '50000' }, assets: { USDT: '1' } });
    const [scope] = decided({ set: compiled.value, account, market }).scopes;
    const tier = lines
      .findLast(({ seenOn, instrument }) => instrument === 'BTCUSDT' && seenOn <= day)!
      .tiers!.findLast(({ notionalFloor }) => Number(notionalFloor) <= 5_000_000)!;
    const tenThousandths = Math.round(Number(tier.maintenanceMarginRate) * 10_000);
    expect(scope!.maintenanceMargin).toBe(String(500 * tenThousandths - Number(tier.maintenanceDeduction)));
  });
});
