import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDecimal, multiply } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { accountOf } from '../builders/account-of.ts';
import { decided } from '../builders/judged.ts';
import { marketOf } from '../builders/market-of.ts';
import { PLAIN_LADDER, PLAIN_VENUE } from '../builders/plain-venue.ts';
import { setOf } from '../builders/set-of.ts';

/** Small enough that no rate of the plain ladder passes 1; without largest leverages, which a set checks rates against. */
const FACTORS = ['0.5', '0.75', '1', '1.25', '2.5', '3', '7.3'] as const;

const ladderWith = (factor: string) => ({
  ...PLAIN_LADDER,
  tiers: PLAIN_LADDER.tiers.map((tier) => ({
    ...tier,
    leverageMax: null,
    initialMarginRate: '0.6',
    maintenanceMarginRate: formatDecimal(multiply(decimalOf(tier.maintenanceMarginRate), decimalOf(factor))),
  })),
});

const laddersWith = (factor: string) => ({
  BTCUSDT: ladderWith(factor),
  ETHUSDT: ladderWith(factor),
  BTCUSD: ladderWith(factor),
});

const multiplied = setOf({
  ...PLAIN_VENUE,
  ladders: laddersWith('1'),
  more: [
    {
      kind: 'dynamic-margin',
      key: 'all',
      scope: { contracts: '*' },
      document: {
        initial: { multiplierMax: '1' },
        maintenance: { multiplierMin: '0.1', multiplierMax: '10' },
      },
    },
  ],
});

/** The same factor written into the rates of the ladders. */
const written = new Map(FACTORS.map((factor) => [factor, setOf({ ...PLAIN_VENUE, ladders: laddersWith(factor) })]));

const accounts = fc.record({
  factor: fc.constantFrom(...FACTORS),
  contract: fc.constantFrom('BTCUSDT' as const, 'BTCUSD' as const),
  size: fc.integer({ min: -30_000, max: 30_000 }).filter((size) => size !== 0),
  entryPrice: fc.integer({ min: 20_000, max: 90_000 }),
  markPrice: fc.integer({ min: 20_000, max: 90_000 }),
  balance: fc.integer({ min: 0, max: 500_000 }),
});

it('a factor of maintenance margin is what the same factor in every rate is: margins, zone, liquidation price', () => {
  fc.assert(
    fc.property(accounts, ({ factor, contract, size, entryPrice, markPrice, balance }) => {
      const isInverse = contract === 'BTCUSD';
      const account = accountOf({
        collateral: [[isInverse ? 'BTC' : 'USDT', String(isInverse ? balance / 1_000 : balance)]],
        positions: [
          {
            contract,
            size: String(isInverse ? size * 10 : size / 1_000),
            entryPrice: String(entryPrice),
            leverage: '1',
          },
        ],
      });
      const row = { markPrice: String(markPrice) };
      const market = marketOf({ contracts: { [contract]: { ...row, maintenanceMarginMultiplier: factor } } });
      const plain = marketOf({ contracts: { [contract]: row } });
      const set = written.get(factor);
      if (set === undefined) throw new Error('every factor has a set');
      const [one] = decided({ set: multiplied, account, market }).scopes;
      const [other] = decided({ set, account, market: plain }).scopes;
      expect(figuresOf(one)).toEqual(figuresOf(other));
    }),
    { numRuns: 1_500 },
  );
});

function figuresOf(scope: ReturnType<typeof decided>['scopes'][number] | undefined) {
  if (scope === undefined) throw new Error('a decision without a scope');
  const { equity, accountValue, maintenanceMargin, initialMargin, zone, withdrawable, positions } = scope;
  return {
    ...{ equity, accountValue, maintenanceMargin, initialMargin, zone, withdrawable },
    positions: positions.map(({ liquidationPrice, bankruptcyPrice, maintenanceMargin: margin, tier }) => {
      return { liquidationPrice, bankruptcyPrice, margin, rate: tier?.maintenanceMarginRate };
    }),
  };
}
