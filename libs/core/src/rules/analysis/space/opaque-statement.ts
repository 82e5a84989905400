import type { AccountSpace, Opaque } from './account-space.ts';
import { newVariable } from '../search/solver.ts';
import type { Literal } from '../search/solver.ts';

/** A statement that is not solved for: the same for the same words. */
export function opaqueStatement(space: AccountSpace, said: readonly string[], opaque: Opaque): Literal {
  const statement = plainStatement(space, ...said);
  space.opaque.set(statement >> 1, opaque);
  return statement;
}

/**
 * A statement that no other bears on: the same for the same words, each compared whole. What it is about comes first,
 * so that no text of a document can make one statement look like another.
 */
export function plainStatement({ gates, made }: AccountSpace, ...said: readonly string[]): Literal {
  const key = JSON.stringify(said);
  const known = made.get(key);
  if (known !== undefined) return known;
  const statement = newVariable(gates.solver);
  made.set(key, statement);
  return statement;
}
