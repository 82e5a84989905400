import type { AccountSpace, Opaque } from './account-space.ts';
import { newVariable } from './search/solver.ts';
import type { Literal } from './search/solver.ts';

/** A statement that is not solved for: the same for the same text. */
export function opaqueStatement(space: AccountSpace, text: string, opaque: Opaque): Literal {
  const statement = plainStatement(space, text);
  space.opaque.set(statement >> 1, opaque);
  return statement;
}

/** A statement that no other bears on: the same for the same text. */
export function plainStatement({ gates, made }: AccountSpace, text: string): Literal {
  const known = made.get(text);
  if (known !== undefined) return known;
  const statement = newVariable(gates.solver);
  made.set(text, statement);
  return statement;
}
