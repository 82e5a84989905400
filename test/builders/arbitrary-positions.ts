import fc from 'fast-check';
import type { OrderWords, PositionWords } from './account-of.ts';
import { decimalTexts, textNear } from './arbitrary-text.ts';
import type { WorldContract } from './world-contract.ts';

/** What an account holds of one contract. */
export interface Holdings {
  readonly positions: readonly PositionWords[];
  readonly orders: readonly OrderWords[];
  /** Σ notional of the cross positions in the settlement asset, about. */
  readonly crossNotional: number;
}

/** Which positions of one contract stand side by side: side and margin of each. */
const SHAPES: readonly (readonly (readonly [PositionWords['side'] & string, 'cross' | 'isolated'])[])[] = [
  [],
  [],
  [],
  [['net', 'cross']],
  [['net', 'cross']],
  [
    ['long', 'cross'],
    ['short', 'cross'],
  ],
  [['short', 'cross']],
  [['net', 'isolated']],
  [
    ['long', 'isolated'],
    ['short', 'isolated'],
  ],
  [
    ['net', 'cross'],
    ['long', 'isolated'],
  ],
];

/** Positions and orders of one contract around its mark price. */
export function holdings(contract: WorldContract, mark: number, hasOrders: boolean): fc.Arbitrary<Holdings> {
  const drawnPosition = fc.record({
    size: fc.integer({ min: 1, max: contract.sizeMax }),
    isShort: fc.boolean(),
    // Entry over mark in thousandths.
    entry: fc.oneof(fc.integer({ min: 700, max: 1300 }), fc.integer({ min: 980, max: 1020 })),
    leverage: fc.option(fc.integer({ min: 1, max: 50 }).map(String)),
    // Isolated margin and funding over notional in thousandths.
    margin: fc.integer({ min: 1, max: 300 }),
    funding: fc.oneof(fc.constant(0), fc.integer({ min: -5, max: 5 })),
  });
  const drawnOrder = fc.record({
    side: fc.constantFrom<'buy' | 'sell'>('buy', 'sell'),
    size: fc.integer({ min: 1, max: contract.sizeMax }),
    price: decimalTexts(mark * 0.9, mark * 1.1, 2),
    reduceOnly: fc.boolean(),
    margin: fc.constantFrom<'cross' | 'isolated'>('cross', 'isolated'),
  });
  return fc
    .record({
      shape: fc.constantFrom(...SHAPES),
      drawn: fc.tuple(drawnPosition, drawnPosition),
      orders: fc.array(drawnOrder, { maxLength: hasOrders ? 3 : 0 }),
    })
    .map(({ shape, drawn, orders }) => {
      const name = contract.row['contract'] ?? '';
      const decimals = contract.row['type'] === 'linear' ? 2 : 6;
      let crossNotional = 0;
      const positions = shape.map(([side, margin], index): PositionWords => {
        const { size, isShort, entry, leverage, margin: share, funding } = drawn[index === 0 ? 0 : 1];
        const notional = notionalAt(contract, size, mark);
        if (margin === 'cross') crossNotional += notional;
        const isNegative = side === 'short' || (side === 'net' && isShort);
        return {
          contract: name,
          side,
          margin,
          size: isNegative ? `-${String(size)}` : String(size),
          entryPrice: textNear(Math.max(0.01, (mark * entry) / 1000), 2),
          leverage,
          isolatedMargin: margin === 'isolated' ? textNear((notional * share) / 1000, decimals) : null,
          pendingFunding: textNear((notional * funding) / 1000, decimals),
        };
      });
      const rows = orders.map((order): OrderWords => ({ ...order, contract: name, size: String(order.size) }));
      return { positions, orders: rows, crossNotional };
    });
}

function notionalAt({ row }: WorldContract, size: number, mark: number): number {
  const units = size * Number(row['multiplier']);
  return row['type'] === 'linear' ? units * mark : units / mark;
}
