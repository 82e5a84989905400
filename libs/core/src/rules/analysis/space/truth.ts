import type { Literal } from '../search/solver.ts';

/** A condition as two statements: that it is true, and that it is false. Where neither holds it is unknown. */
export interface Truth {
  readonly yes: Literal;
  readonly no: Literal;
}
