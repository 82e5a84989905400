import { parseDocument } from '@backstop/core/policy';
import type { PolicyKind } from '@backstop/core/policy';

/** A document as its author would write it, parsed, checked and compiled by its kind; a problem stops the test with its words. */
export function compiled<Document, Compiled>(
  kind: PolicyKind<string, Document, Compiled>,
  document: unknown,
): Compiled {
  const parsed = parseDocument(kind, document);
  if (!parsed.ok) throw new Error(`a document of a test is wrong: ${JSON.stringify(parsed.problems, null, 2)}`);
  return kind.compile(parsed.value as Document);
}
