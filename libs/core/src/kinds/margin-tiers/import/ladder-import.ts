import type { PolicyEnvelope } from '../../../policy/index.ts';

/** What an import gives: a policy for each ladder without a problem, every problem of the others, and what was read how. */
export interface LadderImport {
  /** Kind `margin-tiers`, key and scope the contract, in the order of the source; documents are canonical. */
  readonly policies: readonly PolicyEnvelope[];
  readonly problems: readonly LadderProblem[];
  readonly notes: readonly LadderNote[];
}

/** A mistake in a source, by contract and tier. */
export interface LadderProblem {
  /** Null where the source as a whole cannot be read. */
  readonly contract: string | null;
  /** From 1, by ascending floor; null where the ladder as a whole is meant. */
  readonly tier: number | null;
  readonly code: string;
  /** JSON pointer in the source. */
  readonly path: string;
  readonly message: string;
  readonly suggestion?: string;
}

/** How something was read that could have been read otherwise; not a mistake. */
export interface LadderNote {
  readonly contract: string;
  readonly tier: number | null;
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** What the sources do not say of a ladder; the defaults are those of Binance. */
export interface LadderImportOptions {
  readonly boundary?: 'floor-inclusive' | 'cap-inclusive';
  readonly deduction?: 'continuous' | 'none';
}
