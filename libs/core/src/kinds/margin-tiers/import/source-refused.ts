import type { LadderImport } from './ladder-import.ts';

/** The import of a source that is not of its form at all: one problem, of no contract. */
export function sourceRefused(path: string, message: string, suggestion: string): LadderImport {
  return {
    policies: [],
    problems: [{ contract: null, tier: null, code: 'source_not_of_this_form', path, message, suggestion }],
    notes: [],
  };
}
