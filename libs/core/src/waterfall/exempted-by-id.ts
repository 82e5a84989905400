import { idOrderOf } from './allocation/id-order.ts';
import type { Exempted } from './waterfall-outcome.ts';

/** Who was left out, by id in UTF-8 byte order: the order in which candidates came changes nothing. */
export function exemptedById(exempted: readonly Exempted[]): readonly Exempted[] {
  const byId = idOrderOf(exempted.map(({ id }) => id));
  return exempted.toSorted((a, b) => byId(a.id, b.id));
}
