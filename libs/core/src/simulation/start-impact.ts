import type { Sha256 } from '../canonical/index.ts';
import { judge } from '../evaluation/index.ts';
import type { AccountJudgement, CompiledSet } from '../evaluation/index.ts';
import { compare, isZero, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Parsed } from '../problem/index.ts';
import type { Account, Market } from '../venue/index.ts';
import type { Impact } from './impact.ts';
import type { LossImpact } from './loss-impact.ts';
import { lossSide } from './loss-side.ts';
import type { LossSide } from './loss-side.ts';
import { refusals } from './refusals.ts';
import type { ScopeMove } from './scope-move.ts';
import { shockTally } from './shock-tally.ts';
import { shockedMarket } from './shocked-market.ts';

/** An impact that is being worked out, one account after another. */
export interface ImpactRun {
  /** An account of the book and the market that it is judged in; a book has each account once. */
  readonly add: (account: Account, market: Market) => void;
  /** What all accounts so far come to, whatever order they came in. */
  readonly report: () => Impact;
}

/**
 * What changes for a book when one set takes another's place: two full judgements of each account, at no shock and at
 * each uniform move of prices. `shocks` are shares above -1. An account that a set refuses is counted with the reason;
 * nothing else of it counts.
 */
export function startImpact({ before, after, shocks, fundBalances, sha256 }: ImpactQuestion): ImpactRun {
  const moves = [ZERO, ...distinct(shocks)];
  const tallies = moves.map((shock) => shockTally(shock, after.valuation.compiled.valuationAsset));
  const losses = moves.map(() => ({
    before: lossSide({ set: before, fundBalances, sha256 }),
    after: lossSide({ set: after, fundBalances, sha256 }),
  }));
  const marketsOf = remembered((market) =>
    moves.map((shock) => (isZero(shock) ? market : shockedMarket(market, shock))),
  );
  const refused = refusals();
  let judged = 0;

  return {
    add: (account, market) => {
      // Whether a set knows the names of an account has nothing to do with prices: it shows at the first market.
      for (const [at, shocked] of marketsOf(market).entries()) {
        const [then, now] = [judgedUnder(before, account, shocked), judgedUnder(after, account, shocked)];
        if (!then.ok || !now.ok) {
          if (!then.ok) refused.add(then.problems, 'before');
          else if (!now.ok) refused.add(now.problems, 'after');
          return;
        }
        const scopes = scopesOf(account, then.value, now.value);
        if (at === 0) judged += scopes.length;
        for (const move of scopes) tallies[at]?.add(move, shocked);
        losses[at]?.before.add(account, shocked, then.value);
        losses[at]?.after.add(account, shocked, now.value);
      }
    },
    report: () => ({
      judged,
      notJudged: refused.rows(),
      shocks: tallies.map((tally, at) => ({ ...tally.report(), losses: lossesOf(losses[at]) })),
    }),
  };
}

export interface ImpactQuestion {
  readonly before: CompiledSet;
  readonly after: CompiledSet;
  readonly shocks: readonly Decimal[];
  /** What the insurance fund holds now, by compartment, in its asset. */
  readonly fundBalances: ReadonlyMap<string, Decimal>;
  readonly sha256: Sha256;
}

function lossesOf(sides: Readonly<Record<'before' | 'after', LossSide>> | undefined): LossImpact {
  return { before: sides?.before.rows() ?? [], after: sides?.after.rows() ?? [] };
}

function judgedUnder(set: CompiledSet, account: Account, market: Market): Parsed<AccountJudgement> {
  return judge({ set, account, market, asOf: market.asOf });
}

/** The scopes of an account under either set, by key. */
function scopesOf({ id }: Account, before: AccountJudgement, after: AccountJudgement): ScopeMove[] {
  const now = new Map(after.pools.map((judged) => [judged.pool.key, judged]));
  const known = before.pools.map((judged) => {
    const { key } = judged.pool;
    const same = now.get(key);
    now.delete(key);
    return { account: id, key, before: judged, after: same };
  });
  return [...known, ...[...now].map(([key, judged]) => ({ account: id, key, before: undefined, after: judged }))];
}

/** Ascending, each once, without that of nothing. */
function distinct(shocks: readonly Decimal[]): Decimal[] {
  const sorted = shocks.filter((shock) => !isZero(shock)).toSorted(compare);
  return sorted.filter((shock, at) => at === 0 || compare(sorted[at - 1] ?? ZERO, shock) !== 0);
}

/** Accounts of a book come in long runs under one market: what was made of the last one is kept. */
function remembered<Value>(make: (market: Market) => Value): (market: Market) => Value {
  let last: { readonly market: Market; readonly value: Value } | null = null;
  return (market) => {
    if (last?.market !== market) last = { market, value: make(market) };
    return last.value;
  };
}
