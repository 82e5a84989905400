/** What a document of a kind says about the names that scopes of policies use. */
export interface ScopeNames {
  /** Group by contract. */
  readonly groups: ReadonlyMap<string, string>;
  readonly assets: readonly string[];
  /** Tags of accounts in order of precedence. */
  readonly tags: readonly string[];
}
