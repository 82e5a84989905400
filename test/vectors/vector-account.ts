import { z } from 'zod';
import { accountOf } from '../builders/account-of.ts';
import type { Question } from '../builders/judged.ts';
import { marketOf } from '../builders/market-of.ts';
import { setOf } from '../builders/set-of.ts';
import { takingFund } from '../builders/taking-fund.ts';
import type { PolicyWords } from '../builders/set-of.ts';
import type { Family, Vector } from './read-vectors.ts';

const text = z.string();

const given = z.strictObject({
  /** Decimals of the settlement asset. */
  precision: text.default('18'),
  contracts: z.record(
    text,
    z.strictObject({
      ladder: text,
      markPrice: text,
      type: z.enum(['linear', 'inverse']).default('linear'),
      tickSize: text.default('0.00000000000001'),
      openInterest: text.optional(),
      depth: text.optional(),
    }),
  ),
  collateral: text.optional(),
  positions: z.array(
    z.strictObject({
      contract: text,
      size: text,
      entryPrice: text,
      leverage: text.optional(),
      margin: z.enum(['cross', 'isolated']).optional(),
      isolatedMargin: text.optional(),
    }),
  ),
  orders: z
    .array(z.strictObject({ contract: text, side: z.enum(['buy', 'sell']), size: text, price: text }))
    .default([]),
  /** How the account is liquidated, where a plan is asked for. */
  liquidation: text.optional(),
});

type Given = z.output<typeof given>;

/** The whole account that a vector describes, in its market, under a set made of its documents. */
export function accountOfVector(vector: Vector, documents: Family['documents']): Question {
  const { precision, contracts, collateral, positions, orders, liquidation } = given.parse(vector.given);
  const asset = settlementAsset(contracts);
  const rows = Object.entries(contracts);
  return {
    set: setOf({
      valuationAsset: asset,
      collateralMode: 'settlement-asset',
      assets: ['COIN', 'USD'].map((name) => ({ asset: name, precision: Number(precision) })),
      contracts: rows.map(([contract, { type, tickSize }]) => {
        return { contract, type, tickSize, base: 'COIN', quote: 'USD', settlementAsset: asset };
      }),
      ladders: Object.fromEntries(rows.map(([contract, { ladder }]) => [contract, documents[ladder]])),
      more: liquidation === undefined ? [] : [policyOf(documents[liquidation]), takingFund(asset)],
    }),
    account: accountOf({
      collateral: collateral === undefined ? [] : [[asset, collateral]],
      positions: positions.map((position) => present(position)),
      openOrders: orders,
    }),
    market: marketOf({
      contracts: Object.fromEntries(rows.map(([contract, row]) => [contract, present(row)])),
    }),
  };
}

function policyOf(document: unknown): PolicyWords {
  return { kind: 'forced-liquidation', key: 'venue', scope: { contracts: '*' }, document };
}

/** Linear contracts pay in USD, inverse ones in COIN; a vector has one sort. */
function settlementAsset(contracts: Given['contracts']): string {
  return Object.values(contracts).every(({ type }) => type === 'linear') ? 'USD' : 'COIN';
}

/** An object without its undefined fields. */
function present<Row extends object>(row: Row): { [Name in keyof Row]: Exclude<Row[Name], undefined> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as never;
}
