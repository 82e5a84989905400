import { createContext, useContext } from 'react';
import type { FactCatalogue, LeafTrace } from '@backstop/core/rules';

/** What every condition of a builder knows. */
export interface Builder {
  readonly catalogue: FactCatalogue;
  /** Names of the conditions that the document defines. */
  readonly named: readonly string[];
  /** What the comparisons saw of the account that is tried, by canonical pointer. */
  readonly leaves: ReadonlyMap<string, LeafTrace>;
  /** Canonical pointers of what made the deciding rule what it is. */
  readonly deciding: ReadonlySet<string>;
}

const BuilderContext = createContext<Builder>({
  catalogue: new Map(),
  named: [],
  leaves: new Map(),
  deciding: new Set(),
});

export const Building = BuilderContext.Provider;

export function useBuilder(): Builder {
  return useContext(BuilderContext);
}
