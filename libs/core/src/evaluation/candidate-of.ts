import { add, divide, maximum, multiply, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Account, Asset, Market } from '../venue/index.ts';
import type { Candidate, CandidatePosition } from '../waterfall/index.ts';
import type { EarlierCharge } from './account-after-losses.ts';
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
  /** What earlier losses took of it since; the account was judged with them. */
  readonly charges: readonly EarlierCharge[];
}

/**
 * The candidate that a judged account is; null where a scope of it could not be judged, or is in an asset without a price in
 * the market: what is not known bears nothing. Figures in another asset are converted by price and floored once each. A share of an
 * earlier loss was paid out of a profit: nobody is asked for that profit again.
 */
export function candidateOf({
  account,
  pools,
  market,
  contract,
  asset,
  settlement,
  charges,
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
  for (const charge of charges) {
    if (charge.type !== 'share') continue;
    const share = converted(charge.amount, charge.asset, asset, market, 'ceil');
    if (share === null) return null;
    pnl = subtract(pnl, share);
  }
  const { id, ownerId, tags, facts } = account;
  return { id, ownerId, tags, accountValue, notional, positivePnl: maximum(ZERO, pnl), positions, facts };
}

type Figures = Pick<PoolFigures, 'accountValue' | 'notional' | 'unrealizedPnl'>;

function inAsset(figures: Figures, pool: CandidatePool['pool'], to: Asset, market: Market): Figures | null {
  const accountValue = converted(figures.accountValue, pool.asset, to, market, 'floor');
  const notional = converted(figures.notional, pool.asset, to, market, 'floor');
  const unrealizedPnl = converted(figures.unrealizedPnl, pool.asset, to, market, 'floor');
  if (accountValue === null || notional === null || unrealizedPnl === null) return null;
  return { accountValue, notional, unrealizedPnl };
}

/** Null without a price of both; the same where nothing is to be converted. */
function converted(
  amount: Decimal,
  from: string,
  { asset, precision }: Asset,
  market: Market,
  rounding: 'floor' | 'ceil',
): Decimal | null {
  if (from === asset) return amount;
  const [price, unit] = [market.assets[from]?.price ?? null, market.assets[asset]?.price ?? null];
  if (price === null || unit === null) return null;
  return divide(multiply(amount, price), unit, precision, rounding);
}
