import type { Problem } from './problem.ts';

/** What parsing at the edge gives: the value to trust, or every problem at once. */
export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Problem[] };
