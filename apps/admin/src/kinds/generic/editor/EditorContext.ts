import { createContext, useContext } from 'react';
import type { Problem } from '@backstop/core/problem';

/** What every field of a form knows. */
export interface Surroundings {
  /** By pointer into the document. */
  readonly problems: readonly Problem[];
  /** What amounts are counted in; null where it is not known. */
  readonly asset: string | null;
}

const EditorContext = createContext<Surroundings>({ problems: [], asset: null });

export const Surrounded = EditorContext.Provider;

export function useSurroundings(): Surroundings {
  return useContext(EditorContext);
}

/** The sentence of what is wrong at a place itself; null where nothing is. */
export function useProblemAt(pointer: string): string | null {
  const here = useSurroundings().problems.filter(({ path }) => path === pointer);
  return here.length === 0 ? null : here.map(({ message }) => message).join(' ');
}
