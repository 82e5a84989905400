import { add } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Account, MarginMode, OpenOrder, Position, PositionSide } from '../venue/index.ts';

/** What is judged together: a cross pool or one isolated position, with what belongs to it. */
export interface Pool {
  readonly scope: MarginMode;
  /** `cross:USDT`, `isolated:ETHUSDT:net`: the key of its state. */
  readonly key: string;
  /** The asset that its figures are in. */
  readonly asset: string;
  readonly contract: string | null;
  readonly side: PositionSide | null;
  /** Balance + pending funding by asset; isolated: the isolated margin. */
  readonly balances: ReadonlyMap<string, Decimal>;
  /** By contract, then side. */
  readonly positions: readonly Position[];
  readonly orders: readonly OpenOrder[];
}

/** What splitting needs to know of the venue. */
export interface PoolRules {
  readonly collateralMode: 'settlement-asset' | 'multi-asset';
  readonly valuationAsset: string;
  readonly settlementAssetOf: (contract: string) => string;
}

/**
 * The scopes of an account: its cross pools by asset, then its isolated positions by contract and side. An account that
 * holds nothing is one empty cross pool. The order of the account's lists changes nothing.
 */
export function poolsOf(account: Account, rules: PoolRules): Pool[] {
  const cross = crossPools(account, rules);
  const isolated = account.positions
    .filter(({ margin }) => margin === 'isolated')
    .toSorted(byContractAndSide)
    .map((position) => isolatedPool(account, position, rules));
  if (cross.length > 0 || isolated.length > 0) return [...cross, ...isolated];
  return [crossPool(rules.valuationAsset, new Map(), [], [])];
}

function crossPools(account: Account, rules: PoolRules): Pool[] {
  const isMulti = rules.collateralMode === 'multi-asset';
  const isolated = account.positions.filter(({ margin }) => margin === 'isolated');
  const positions = account.positions.filter(({ margin }) => margin === 'cross').toSorted(byContractAndSide);
  // An isolated order that no isolated position takes would still be paid for from the cross pool: none is left out.
  const orders = account.openOrders.filter((order) => !isolated.some((position) => takesOrder(position, order)));
  const balances = new Map<string, Decimal>();
  const put = (asset: string, amount: Decimal): void => {
    const before = balances.get(asset);
    balances.set(asset, before === undefined ? amount : add(before, amount));
  };
  for (const { asset, balance } of account.collateral) put(asset, balance);
  for (const { contract, pendingFunding } of positions) put(rules.settlementAssetOf(contract), pendingFunding);
  if (isMulti) {
    const isEmpty = balances.size === 0 && positions.length === 0 && orders.length === 0;
    return isEmpty ? [] : [crossPool(rules.valuationAsset, balances, positions, orders)];
  }
  const assets = new Set([...balances.keys(), ...orders.map(({ contract }) => rules.settlementAssetOf(contract))]);
  return [...assets].sort().map((asset) => {
    const isHere = ({ contract }: { readonly contract: string }): boolean =>
      rules.settlementAssetOf(contract) === asset;
    const own = balances.get(asset);
    return crossPool(
      asset,
      new Map(own === undefined ? [] : [[asset, own]]),
      positions.filter(isHere),
      orders.filter(isHere),
    );
  });
}

function crossPool(
  asset: string,
  balances: ReadonlyMap<string, Decimal>,
  positions: readonly Position[],
  orders: readonly OpenOrder[],
): Pool {
  return { scope: 'cross', key: `cross:${asset}`, asset, contract: null, side: null, balances, positions, orders };
}

function isolatedPool(account: Account, position: Position, rules: PoolRules): Pool {
  const { contract, side, isolatedMargin, pendingFunding } = position;
  const asset = rules.settlementAssetOf(contract);
  const margin = isolatedMargin === null ? pendingFunding : add(isolatedMargin, pendingFunding);
  const orders = account.openOrders.filter((order) => takesOrder(position, order));
  return {
    scope: 'isolated',
    key: `isolated:${contract}:${side}`,
    asset,
    contract,
    side,
    balances: new Map([[asset, margin]]),
    positions: [position],
    orders,
  };
}

/** Whether an order is margined with an isolated position: it is isolated, of its contract, and can add to its side. */
function takesOrder({ contract, side }: Position, order: OpenOrder): boolean {
  if (order.margin !== 'isolated' || order.contract !== contract) return false;
  return side === 'net' || (side === 'long') === (order.side === 'buy');
}

function byContractAndSide(a: Position, b: Position): number {
  if (a.contract !== b.contract) return a.contract < b.contract ? -1 : 1;
  return a.side < b.side ? -1 : a.side > b.side ? 1 : 0;
}
