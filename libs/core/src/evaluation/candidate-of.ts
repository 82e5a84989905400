import { add, divide, isNegative, multiply, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Account, Asset, Market } from '../venue/index.ts';
import type { Candidate, CandidatePosition } from '../waterfall/index.ts';
import type { PoolFigures } from './judgement.ts';
import type { Pool } from './pool.ts';

/** What of a judged account is asked for. */
export interface CandidateAccount {
  readonly account: Pick<Account, 'id' | 'ownerId' | 'tags' | 'facts'>;
  readonly pools: readonly CandidatePool[];
}

interface CandidatePool {
  readonly pool: Pick<Pool, 'key' | 'asset' | 'positions'>;
  readonly figures: Figures | null;
}

/** An account that was judged, and the loss that it may be asked to bear. */
export interface CandidateQuestion extends CandidateAccount {
  readonly market: Market;
  readonly contract: string;
  /** Of the deficit; without one, of the settlement of the contract. */
  readonly asset: Asset;
  /** Of the settlement of the contract. */
  readonly settlement: Asset;
}

/**
 * The candidate that a judged account is; null where a scope of it could not be judged, or is in an asset without a price in
 * the market: what is not known bears nothing. Figures in another asset are converted by price and floored once each.
 */
export function candidateOf({
  account,
  pools,
  market,
  contract,
  asset,
  settlement,
}: CandidateQuestion): Candidate | null {
  let [accountValue, notional, pnl] = [ZERO, ZERO, ZERO];
  const positions: CandidatePosition[] = [];
  for (const { pool, figures } of pools) {
    const own = figures === null ? null : inAsset(figures, pool, asset, market);
    const settled = figures === null ? null : inAsset(figures, pool, settlement, market);
    if (own === null || settled === null) return null;
    accountValue = add(accountValue, own.accountValue);
    notional = add(notional, own.notional);
    pnl = add(pnl, own.unrealizedPnl);
    for (const { contract: held, side, size, entryPrice } of pool.positions) {
      if (held !== contract) continue;
      const { accountValue: ofScope, notional: allOfScope } = settled;
      positions.push({ scope: `${pool.key}:${side}`, size, entryPrice, accountValue: ofScope, notional: allOfScope });
    }
  }
  const { id, ownerId, tags, facts } = account;
  return { id, ownerId, tags, accountValue, notional, positivePnl: isNegative(pnl) ? ZERO : pnl, positions, facts };
}

type Figures = Pick<PoolFigures, 'accountValue' | 'notional' | 'unrealizedPnl'>;

function inAsset(
  figures: Figures,
  pool: CandidatePool['pool'],
  { asset, precision }: Asset,
  market: Market,
): Figures | null {
  if (pool.asset === asset) return figures;
  const [from, to] = [market.assets[pool.asset]?.price ?? null, market.assets[asset]?.price ?? null];
  if (from === null || to === null) return null;
  const converted = (amount: Decimal): Decimal => divide(multiply(amount, from), to, precision, 'floor');
  const { accountValue, notional, unrealizedPnl } = figures;
  return {
    accountValue: converted(accountValue),
    notional: converted(notional),
    unrealizedPnl: converted(unrealizedPnl),
  };
}
