import { candidateOf } from '../evaluation/index.ts';
import type { AccountJudgement, CompiledSet } from '../evaluation/index.ts';
import type { Account, Market } from '../venue/index.ts';
import type { Candidate } from '../waterfall/index.ts';
import { losersOf } from './losers.ts';
import type { Loser } from './losers.ts';
import type { LossRow } from './loss-impact.ts';
import type { LossMeans } from './loss-means.ts';
import { payLosses } from './pay-losses.ts';

/** The losses of a book under one set, one account after another. */
export interface LossSide {
  readonly add: (account: Account, market: Market, judgement: AccountJudgement) => void;
  /** By asset. */
  readonly rows: () => LossRow[];
}

/** Accounts that can bear something are kept as little more than their figures: a book has many. */
export function lossSide(means: LossMeans): LossSide {
  const losers: Loser[] = [];
  const bearers: ((asset: string) => Candidate | null)[] = [];
  return {
    add: (account, market, judgement) => {
      const lost = losersOf(account, market, judgement);
      if (lost === null) return;
      if (lost.length > 0) losers.push(...lost);
      else bearers.push(bearer(means.set, account, market, judgement));
    },
    rows: () => {
      if (losers.length === 0) return [];
      const sorted = losers.toSorted((a, b) => (a.account.id < b.account.id ? -1 : 1));
      return payLosses(means, sorted, (asset) => bearers.flatMap((make) => make(asset) ?? []));
    },
  };
}

/** Whoever is in no deficit, as a candidate in an asset once one is asked for; nobody is closed here, so by no position. */
function bearer(
  set: CompiledSet,
  { id, ownerId, tags, facts }: Account,
  market: Market,
  judgement: AccountJudgement,
): (asset: string) => Candidate | null {
  const account = { id, ownerId, tags, facts };
  const pools = judgement.pools.map(({ pool: { key, asset }, figures }) => {
    return { pool: { key, asset, positions: [] }, figures };
  });
  return (name) => {
    const asset = set.specification.compiled.assets.get(name);
    if (asset === undefined) return null;
    return candidateOf({ account, pools, market, contract: '', asset, settlement: asset, charges: [] });
  };
}
