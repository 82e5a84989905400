import type { OrderWords, PositionWords } from '../builders/account-of.ts';
import type { World } from '../builders/arbitrary-world.ts';
import { exact, exactOrNull, NOTHING } from './exact.ts';
import type { Exact } from './exact.ts';
import { slowVenue } from './slow-venue.ts';

/** One cross pool or one isolated position, as the words have it. */
export interface SlowScope {
  readonly key: string;
  readonly asset: string;
  readonly isConverted: boolean;
  readonly balances: ReadonlyMap<string, Exact>;
  readonly positions: readonly PositionWords[];
  readonly orders: readonly OrderWords[];
}

/** The scopes of an account by key. */
export function slowScopes({ venue: words, account }: World): SlowScope[] {
  const { valuationAsset, isMultiAsset, contractOf } = slowVenue(words);
  const positions = account.positions ?? [];
  const orders = account.openOrders ?? [];
  const cross = positions.filter(({ margin }) => margin !== 'isolated');
  const isolated = positions.filter(({ margin }) => margin === 'isolated');
  const taken = (order: OrderWords): boolean => isolated.some((position) => takes(position, order));
  const crossOrders = orders.filter((order) => !taken(order));
  const assetOf = ({ contract }: { contract: string }): string => contractOf(contract).asset;
  const poolAssets = isMultiAsset
    ? [valuationAsset]
    : [...(account.collateral ?? []).map(([asset]) => asset), ...cross.map(assetOf), ...crossOrders.map(assetOf)];
  const balances = balancesOf([
    ...(account.collateral ?? []),
    ...cross.map((position) => [assetOf(position), position.pendingFunding ?? '0'] as const),
  ]);
  const pools = [...new Set(poolAssets)].map((asset): SlowScope => {
    const isHere = (row: { contract: string }): boolean => isMultiAsset || assetOf(row) === asset;
    const own = [...balances].filter(([name]) => isMultiAsset || name === asset);
    return {
      key: `cross:${asset}`,
      asset,
      isConverted: isMultiAsset,
      balances: new Map(own),
      positions: cross.filter(isHere),
      orders: crossOrders.filter(isHere),
    };
  });
  return [...pools, ...isolated.map((position) => isolatedScope(position, orders, assetOf(position)))];
}

function isolatedScope(position: PositionWords, orders: readonly OrderWords[], asset: string): SlowScope {
  const margin = exactOrNull(position.isolatedMargin) ?? NOTHING;
  return {
    key: `isolated:${position.contract}:${position.side ?? 'net'}`,
    asset,
    isConverted: false,
    balances: new Map([[asset, margin.plus(position.pendingFunding ?? '0')]]),
    positions: [position],
    orders: orders.filter((order) => takes(position, order)),
  };
}

/** An isolated order belongs to the isolated position that it can add to; every other one to the cross pool. */
function takes(position: PositionWords, order: OrderWords): boolean {
  if (order.margin !== 'isolated' || order.contract !== position.contract) return false;
  return position.side !== 'long' && position.side !== 'short'
    ? true
    : (position.side === 'long') === (order.side === 'buy');
}

function balancesOf(rows: readonly (readonly [string, string])[]): Map<string, Exact> {
  const balances = new Map<string, Exact>();
  for (const [asset, amount] of rows) balances.set(asset, (balances.get(asset) ?? NOTHING).plus(exact(amount)));
  return balances;
}
