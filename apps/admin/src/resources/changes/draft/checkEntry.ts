import { kinds } from '@backstop/core/kinds';
import { parsePolicy, parsePolicyId } from '@backstop/core/policy';
import type { Problem } from '@backstop/core/problem';
import type { DraftEntry } from './draft.ts';
import { scopeOfTexts } from './scopeTexts.ts';

export interface CheckedEntry {
  /** What is wrong, by pointer into the envelope: `/document/…`, `/scope`, `/title`. */
  readonly problems: readonly Problem[];
  /** Where the text stops being JSON, in the browser's words; null where it is. */
  readonly syntax: string | null;
  /** The canonical document; null while there are problems, and where the policy ends. */
  readonly document: Readonly<Record<string, unknown>> | null;
}

/** What the core says of an entry: the very checks that the service makes, made here while it is typed. */
export function checkEntry(entry: DraftEntry): CheckedEntry {
  if (entry.ends) return { problems: [], syntax: null, document: null };
  let document: unknown;
  try {
    document = JSON.parse(entry.text);
  } catch (error) {
    return { problems: [], syntax: error instanceof Error ? error.message : String(error), document: null };
  }
  const { kind, key } = parsePolicyId(entry.policy) ?? { kind: entry.policy, key: '' };
  const parsed = parsePolicy({ kind, key, title: entry.title, scope: scopeOfTexts(entry.scope), document }, kinds);
  return parsed.ok
    ? { problems: [], syntax: null, document: parsed.value.document as Readonly<Record<string, unknown>> }
    : { problems: parsed.problems, syntax: null, document: null };
}
