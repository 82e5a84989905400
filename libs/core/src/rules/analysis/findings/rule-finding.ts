/** What an analysis of rules can find. */
export type RuleFindingCode = 'gap' | 'overlap' | 'unreachable_rule' | 'redundant_rule' | 'non_monotone_zone';

/** What rules do that their author may not have meant. */
export interface RuleFinding {
  readonly code: RuleFindingCode;
  readonly level: 'information' | 'warning';
  /** `unknown` where it could not be found out, which is never to be read as fine. */
  readonly answer: 'found' | 'unknown';
  /** JSON pointers of the rules that it is about, the one that it is said of first. */
  readonly pointers: readonly string[];
  /** One sentence. */
  readonly sentence: string;
  /** Why it could not be found out; null where it was. */
  readonly reason: string | null;
  readonly witness: AccountWitness | null;
}

/** An account that shows a finding, judged by the rules themselves. */
export interface AccountWitness {
  /** Every fact that the rules ask about and that is there, by name, as text; members of a set are separated by `, `. */
  readonly facts: Readonly<Record<string, string>>;
  /** Those that matter, in words: `equity 99, maintenance margin 100`. */
  readonly text: string;
  /** What the rules put it into; null where they cannot judge it. */
  readonly zone: string | null;
}
