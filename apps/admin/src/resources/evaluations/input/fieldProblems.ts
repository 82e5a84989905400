import { createContext, use } from 'react';

export interface FieldProblems {
  /** What is wrong, by the name of the form field. */
  readonly byField: ReadonlyMap<string, string>;
  readonly clear: (field: string) => void;
}

/** What the server said about single fields, until they are typed in again. */
export const FieldProblemsContext = createContext<FieldProblems>({ byField: new Map(), clear: () => undefined });

export function useFieldProblem(field: string): { readonly problem: string | null; readonly clear: () => void } {
  const { byField, clear } = use(FieldProblemsContext);
  const problem = byField.get(field) ?? null;
  return { problem, clear: () => (problem === null ? undefined : clear(field)) };
}
