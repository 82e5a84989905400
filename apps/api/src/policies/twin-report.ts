import { setImmediate } from 'node:timers/promises';
import type { RegisteredKind } from '@backstop/core/policy';
import { twinRun, type TwinReport } from '@backstop/core/twin';

/** A checked document's rules judged by json-rules-engine beside; null for kinds without rules. Lets others in meanwhile. */
export async function twinReport(kind: RegisteredKind, document: unknown): Promise<TwinReport | null> {
  if (kind.rulesOf === undefined) return null;
  // The kind's own schema has given the document.
  const { list, names } = kind.rulesOf(document as never);
  return twinRun(list, names, () => setImmediate());
}
