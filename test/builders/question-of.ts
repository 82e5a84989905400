import { accountOf } from './account-of.ts';
import type { World } from './arbitrary-world.ts';
import type { Question } from './judged.ts';
import { marketOf } from './market-of.ts';
import { setOf } from './set-of.ts';

/** A world's words as the question that the core is asked. */
export function questionOf({ venue, account, market }: World): Question {
  return { set: setOf(venue), account: accountOf(account), market: marketOf(market) };
}
