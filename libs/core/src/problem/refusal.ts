/**
 * What the actor may not do, now: a value, answered as 403 or 409, never thrown.
 *
 * `code` is a snake_case predicate that is never renamed; `message` is a lower-case sentence that says what stands in
 * the way, with names in backticks.
 */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** What an act gives: the new value, or why it is refused. */
export type Allowed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };
