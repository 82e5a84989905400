import type { ListedRule } from '../rules/index.ts';

/** A rule of a document: what the compiler takes of it, and the event that json-rules-engine wants beside. */
export interface TwinRule extends ListedRule {
  readonly event?: { readonly type: string; readonly params?: Readonly<Record<string, unknown>> };
}
