import type { ListedRule, Names } from '../rules/index.ts';

/** The rules of a document with what each comes to, and the names that they may use: what both engines judge. */
export interface DocumentRules {
  readonly list: readonly DocumentRule[];
  readonly names: Names;
}

export interface DocumentRule extends ListedRule {
  readonly event: { readonly type: string; readonly params: Readonly<Record<string, unknown>> };
}
