import type { Sha256 } from '../canonical/index.ts';
import type { CompiledSet } from '../evaluation/index.ts';
import type { Decimal } from '../num/index.ts';

/** What losses are paid from: the policies of the set, and what the fund holds by compartment. */
export interface LossMeans {
  readonly set: CompiledSet;
  readonly fundBalances: ReadonlyMap<string, Decimal>;
  readonly sha256: Sha256;
}
