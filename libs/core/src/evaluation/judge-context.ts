import type { Account, Instant, Market } from '../venue/index.ts';
import type { CompiledSet, TaggedPolicies } from './compiled-set.ts';

/** What every step of judging one account reads. */
export interface JudgeContext {
  readonly set: CompiledSet;
  readonly policies: TaggedPolicies;
  readonly account: Account;
  readonly market: Market;
  /** The instant judged: holds, staleness and expiry are read against it. */
  readonly at: Instant;
}
