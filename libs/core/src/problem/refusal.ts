/** The actor may not do this now: `code` such as `change_contributor_must_not_approve`. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}
