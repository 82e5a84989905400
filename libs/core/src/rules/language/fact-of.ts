import { InvariantError } from '../../num/index.ts';
import type { CatalogueFact, FactCatalogue } from './fact.ts';

/** The fact of a name that has been checked. Throws `InvariantError` where the catalogue has none. */
export function factOf(name: string, catalogue: FactCatalogue): CatalogueFact {
  const fact = catalogue.get(name);
  if (fact === undefined) throw new InvariantError(`no fact ${name}`);
  return fact;
}
