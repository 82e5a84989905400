import { kinds } from '@backstop/core/kinds';
import { parseDocument } from '@backstop/core/policy';
import type { RawDocument } from '../editorProps.ts';

/** What the core finds wrong at one place of a document, in plain text; null where nothing is. */
export function mistakeIn(kind: keyof typeof kinds, document: RawDocument, pointer: string): string | null {
  const parsed = parseDocument(kinds[kind], document);
  const found = parsed.ok ? undefined : parsed.problems.find(({ path }) => path === pointer);
  if (found === undefined) return null;
  const { message, suggestion } = found;
  return (suggestion === undefined ? message : `${message} (${suggestion})`).replaceAll('`', '"');
}
