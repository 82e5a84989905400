import type { AccountWitness, RuleFinding } from '../rules/index.ts';

/** What is known about a document of rules before anybody approves it. */
export interface Analysis {
  readonly findings: readonly RuleFinding[];
  /** What it does to accounts that the document before did not; null where there is none to compare with. */
  readonly comparison: SemanticComparison | null;
}

/** What a document does to accounts that the one before did not, whatever way either is written. */
export interface SemanticComparison {
  /** `incomparable`: stricter for some accounts and looser for others; `unknown` is never to be read as fine. */
  readonly answer: 'equivalent' | 'stricter' | 'looser' | 'incomparable' | 'unknown';
  /** One sentence. */
  readonly sentence: string;
  /** Why it is not known, or not known in full; null where it is. */
  readonly reason: string | null;
  readonly differences: readonly SemanticDifference[];
}

/** Accounts that come to one zone under the document before, and to another, or to other actions, under this one. */
export interface SemanticDifference {
  readonly direction: 'stricter' | 'looser';
  /** Null = cannot be judged. */
  readonly from: string | null;
  readonly to: string | null;
  /** One sentence. */
  readonly sentence: string;
  /** JSON pointers into this document. */
  readonly pointers: readonly string[];
  /** Judged by both documents; its zone is `to`. */
  readonly witness: AccountWitness;
}
