/**
 * What a policy speaks about. Exactly one of `contracts`, `groups`, `assets` is named; `contracts: "*"` is everything.
 * Kinds about contracts take `contracts` or `groups`, kinds about assets take `assets`; the others only `contracts: "*"`.
 * `tags` narrows any of them to accounts that carry one of the tags.
 */
export interface Scope {
  readonly contracts?: readonly string[] | '*' | undefined;
  readonly groups?: readonly string[] | undefined;
  readonly assets?: readonly string[] | '*' | undefined;
  readonly tags?: readonly string[] | undefined;
}
