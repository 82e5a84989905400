import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromBinanceBrackets,
  fromCcxtLeverageTiers,
  fromSnapshot,
  ladderHistory,
} from '@backstop/core/kinds/margin-tiers/import';
import type { LadderImport } from '@backstop/core/kinds/margin-tiers/import';
import { publishedSnapshot } from './rules-files.ts';
import type { PublishedTier } from './rules-files.ts';

const snapshot = publishedSnapshot();
const contracts = Object.keys(snapshot.instruments);

/** A real ladder, a tier of it other than the first, and a fault seeded there; the code that it must be reported by. */
const faults: fc.Arbitrary<{ contract: string; tier: number; code: string; rows: PublishedTier[] }> = fc
  .record({
    contract: fc.constantFrom(...contracts.filter((contract) => snapshot.instruments[contract]!.length > 1)),
    place: fc.nat(),
    fault: fc.constantFrom('gap', 'overlap', 'deduction', 'rate'),
  })
  .map(({ contract, place, fault }) => {
    const published = snapshot.instruments[contract]!;
    const index = 1 + (place % (published.length - 1));
    const { code, row } = seeded(fault, published[index - 1]!, published[index]!);
    return { contract, tier: index + 1, code, rows: published.map((other, at) => (at === index ? row : other)) };
  });

function seeded(fault: string, before: PublishedTier, row: PublishedTier): { code: string; row: PublishedTier } {
  switch (fault) {
    case 'gap':
      return { code: 'tier_gap', row: { ...row, notionalFloor: `${row.notionalFloor}.01` } };
    case 'overlap':
      return { code: 'tier_overlap', row: { ...row, notionalFloor: (BigInt(row.notionalFloor) - 1n).toString() } };
    case 'deduction':
      return {
        code: 'maintenance_deduction_broken',
        row: { ...row, maintenanceDeduction: `${row.maintenanceDeduction}1` },
      };
    default:
      // A digit less of the rate before is below it, whatever it is: 0.0125 becomes 0.0025, 0.01 becomes 0.009.
      return {
        code: 'maintenance_margin_rate_falls',
        row: { ...row, maintenanceMarginRate: justBelow(before.maintenanceMarginRate) },
      };
  }
}

function justBelow(rate: string): string {
  const digits = rate.slice(2);
  return `0.${(BigInt(digits) * 10n - 1n).toString().padStart(digits.length + 1, '0')}`;
}

const reported = ({ policies, problems }: LadderImport): unknown => ({
  imported: policies.length,
  problems: problems.map(({ contract, tier, code }) => ({ contract, tier, code })),
});

const binanceBrackets = (symbol: string, rows: readonly PublishedTier[]): unknown => ({
  symbol,
  brackets: rows.map((row, index) => ({
    bracket: index + 1,
    initialLeverage: row.leverageMax,
    notionalCap: row.notionalCap,
    notionalFloor: row.notionalFloor,
    maintMarginRatio: row.maintenanceMarginRate,
    cum: row.maintenanceDeduction,
  })),
});

const ccxtTiers = (rows: readonly PublishedTier[]): unknown =>
  rows.map((row, index) => ({
    tier: index + 1,
    minNotional: row.notionalFloor,
    maxNotional: row.notionalCap,
    maintenanceMarginRate: row.maintenanceMarginRate,
    maxLeverage: row.leverageMax,
    info: { cum: row.maintenanceDeduction },
  }));

describe('a fault seeded in a real ladder', () => {
  it('is reported by contract and tier, and by nothing else, in the snapshot of all ladders', () => {
    fc.assert(
      fc.property(faults, ({ contract, tier, code, rows }) => {
        const result = fromSnapshot({ ...snapshot, instruments: { ...snapshot.instruments, [contract]: rows } });
        expect(reported(result)).toEqual({ imported: contracts.length - 1, problems: [{ contract, tier, code }] });
      }),
      { numRuns: 12 },
    );
  });

  it('is reported alike in the three forms and in a history', () => {
    fc.assert(
      fc.property(faults, ({ contract, tier, code, rows }) => {
        fc.pre(!contract.includes('_'));
        const expected = { imported: 0, problems: [{ contract, tier, code }] };
        expect(reported(fromBinanceBrackets([binanceBrackets(contract, rows)]))).toEqual(expected);
        const quote = /(?:USDT|USDC|BTC)$/.exec(contract)![0];
        const symbol = `${contract.slice(0, -quote.length)}/${quote}:${quote}`;
        expect(reported(fromCcxtLeverageTiers({ [symbol]: ccxtTiers(rows) }))).toEqual(expected);
        const { problems } = ladderHistory([{ seenOn: '2024-10-24', instrument: contract, tiers: rows }]);
        expect(problems).toMatchObject([{ line: 1, contract, tier, code }]);
      }),
    );
  });
});

describe('the three forms', () => {
  it('give the same policies of all 349 ladders', () => {
    const { policies } = fromSnapshot(snapshot);
    const brackets = contracts.map((contract) => binanceBrackets(contract, snapshot.instruments[contract]!));
    expect(fromBinanceBrackets(brackets).policies).toEqual(policies);
    const symbols = contracts.map((contract) => {
      const [, base, quote, rest = ''] = /^([A-Z0-9]+?)(USDT|USDC|BTC)(?:_USDT(-\d{6}))?$/.exec(contract)!;
      return [`${base!}/${quote!}:${quote!}${rest}`, ccxtTiers(snapshot.instruments[contract]!)] as const;
    });
    expect(fromCcxtLeverageTiers(Object.fromEntries(symbols)).policies).toEqual(policies);
  });
});
