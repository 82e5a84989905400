import { formatDecimal } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { formatInstant } from '../venue/index.ts';
import type { Account, AssetMarket, ContractMarket, Instant, Market } from '../venue/index.ts';
import type { CompiledSet } from './compiled-set.ts';

/**
 * The canonical form of what a decision reads: the account with its lists sorted, and only the market rows of contracts and
 * assets that it holds. Its SHA-256 is the input hash. Two writings of the same numbers are the same input.
 */
export function canonicalInput(account: Account, market: Market, set: CompiledSet): unknown {
  const contracts = namesOf([...account.positions, ...account.openOrders].map(({ contract }) => contract));
  const settled = contracts.map((name) => set.specification.compiled.contracts.get(name)?.settlementAsset ?? '');
  const assets = namesOf([...account.collateral.map(({ asset }) => asset), ...settled]);
  return {
    account: {
      id: account.id,
      ownerId: account.ownerId,
      tags: namesOf(account.tags),
      collateral: sorted(account.collateral.map(({ asset, balance }) => ({ asset, balance: text(balance) }))),
      positions: sorted(account.positions.map(positionRow)),
      openOrders: sorted(account.openOrders.map(orderRow)),
      zones: account.state === null ? null : account.state.zones,
      facts: account.facts,
    },
    market: {
      asOf: formatInstant(market.asOf),
      contracts: rowsOf(contracts, market.contracts, contractRow),
      assets: rowsOf(assets, market.assets, assetRow),
    },
  };
}

function positionRow(position: Account['positions'][number]): Row {
  return {
    contract: position.contract,
    side: position.side,
    margin: position.margin,
    size: text(position.size),
    entryPrice: text(position.entryPrice),
    leverage: text(position.leverage),
    isolatedMargin: text(position.isolatedMargin),
    pendingFunding: text(position.pendingFunding),
  };
}

function orderRow(order: Account['openOrders'][number]): Row {
  return {
    contract: order.contract,
    side: order.side,
    margin: order.margin,
    size: text(order.size),
    price: text(order.price),
    reduceOnly: order.reduceOnly,
  };
}

function contractRow(row: ContractMarket): Row {
  return {
    markPrice: text(row.markPrice),
    priceAt: instant(row.priceAt),
    indexPrice: text(row.indexPrice),
    lastGoodMarkPrice: text(row.lastGoodMarkPrice),
    fundingRate: text(row.fundingRate),
    openInterest: text(row.openInterest),
    volatility: text(row.volatility),
    depth: text(row.depth),
  };
}

function assetRow(row: AssetMarket): Row {
  return {
    price: text(row.price),
    priceAt: instant(row.priceAt),
    redemptionPrice: text(row.redemptionPrice),
    totalDeposits: text(row.totalDeposits),
  };
}

type Row = Readonly<Record<string, string | boolean | null>>;

function rowsOf<Value>(
  names: readonly string[],
  rows: Readonly<Record<string, Value>>,
  rowOf: (value: Value) => Row,
): Record<string, Row> {
  const found: Record<string, Row> = {};
  for (const name of names) {
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
    if (row !== undefined) found[name] = rowOf(row);
  }
  return found;
}

/** Rows by their JSON text: any order will do, as long as it is one. */
function sorted<Value>(rows: readonly Value[]): Value[] {
  if (rows.length <= 1) return [...rows];
  return rows
    .map((row) => ({ row, key: JSON.stringify(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}

function namesOf(names: readonly string[]): string[] {
  return names.length <= 1 ? [...names] : [...new Set(names)].sort();
}

function text(value: Decimal | null): string | null {
  return value === null ? null : formatDecimal(value);
}

function instant(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
