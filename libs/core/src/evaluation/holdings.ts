import { assetPrice } from '../margin/index.ts';
import type { Haircut } from '../margin/index.ts';
import { add, InvariantError, isZero, ONE, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Finding } from '../problem/index.ts';
import { formatInstant } from '../venue/index.ts';
import type { AssetMarket, Market } from '../venue/index.ts';
import type { ContractPart } from './contract-part.ts';
import type { JudgeContext } from './judge-context.ts';
import type { Pool } from './pool.ts';
import type { AssetHolding } from './pool-value.ts';

/** The assets of a pool with the prices they count at, and why some cannot be counted. */
export interface Holdings {
  readonly holdings: readonly AssetHolding[];
  readonly problems: readonly Finding[];
}

export function holdingsOf(context: JudgeContext, pool: Pool, parts: readonly ContractPart[]): Holdings {
  const holdings: AssetHolding[] = [];
  const problems: Finding[] = [];
  const isConverted = pool.scope === 'cross' && context.set.valuation.compiled.collateralMode === 'multi-asset';
  for (const asset of assetsOf(pool, parts)) {
    const balance = pool.balances.get(asset) ?? ZERO;
    const pnl = pnlIn(asset, parts);
    if (!isConverted) {
      holdings.push({ asset, balance, pnl, price: ONE, realizablePrice: ONE, haircut: null, totalDeposits: null });
      continue;
    }
    const isUsed = !isZero(balance) || parts.some(({ contract }) => contract.settlementAsset === asset);
    if (!isUsed) continue;
    const haircut = context.policies.haircutOf(asset)?.compiled;
    if (haircut === undefined) throw new InvariantError(`asset ${asset} has no haircut`);
    const priced = pricesOf(context.market, pool.asset, asset, haircut);
    if ('code' in priced) problems.push(priced);
    else holdings.push({ asset, balance, pnl, haircut, ...priced });
  }
  return { holdings, problems };
}

type Prices = Pick<AssetHolding, 'price' | 'realizablePrice' | 'totalDeposits'>;

function pricesOf(market: Market, valuationAsset: string, asset: string, haircut: Haircut): Prices | Finding {
  const row = Object.hasOwn(market.assets, asset) ? market.assets[asset] : undefined;
  const totalDeposits = row?.totalDeposits ?? null;
  if (haircut.weighting.model === 'deposits' && totalDeposits === null) return problem('total_deposits_missing', asset);
  if (asset === valuationAsset) return { price: ONE, realizablePrice: ONE, totalDeposits };
  const price = row === undefined ? null : assetPrice(haircut, row);
  if (row === undefined || price === null || row.price === null) return problem('collateral_price_missing', asset);
  return staleness(market, asset, row, haircut) ?? { price, realizablePrice: row.price, totalDeposits };
}

function staleness(market: Market, asset: string, row: AssetMarket, haircut: Haircut): Finding | null {
  if (haircut.priceAgeMaxSeconds === null || row.priceAt === null) return null;
  const oldest = market.asOf - haircut.priceAgeMaxSeconds * 1000;
  if (row.priceAt >= oldest) return null;
  return problem('collateral_price_stale', asset, formatInstant(row.priceAt), formatInstant(oldest));
}

function problem(code: string, asset: string, observed: string | null = null, limit: string | null = null): Finding {
  return { code, contract: null, asset, values: { observed, limit } };
}

function assetsOf(pool: Pool, parts: readonly ContractPart[]): string[] {
  const assets = new Set(pool.balances.keys());
  for (const { contract } of parts) assets.add(contract.settlementAsset);
  return assets.size <= 1 ? [...assets] : [...assets].sort();
}

function pnlIn(asset: string, parts: readonly ContractPart[]): Decimal {
  let total = ZERO;
  for (const { contract, pnl } of parts) if (contract.settlementAsset === asset) total = add(total, pnl);
  return total;
}
