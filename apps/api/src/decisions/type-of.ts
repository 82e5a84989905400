import { DECISION_TYPES, type LoggedDecisionSummary } from '@backstop/contracts';
import { InvariantError } from '@backstop/core/num';

/** What an entry is, as its column has it: the database takes no other word. */
export function typeOf(word: string): LoggedDecisionSummary['type'] {
  const type = DECISION_TYPES.find((each) => each === word);
  if (type === undefined) throw new InvariantError('the log holds what is no type of an entry');
  return type;
}
