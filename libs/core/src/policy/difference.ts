/** What a difference can do to an open account, worst first. */
export type Effect = 'can-liquidate' | 'blocks-new-risk' | 'costs' | 'loosens' | 'none';

/** One difference between two documents of a kind, found by row identity. */
export interface Difference {
  /** JSON pointer by row identity, such as `/tiers/notionalFloor=50000/maintenanceMarginRate`. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly effect: Effect;
  /** One sentence in the field's words. */
  readonly sentence: string;
}
