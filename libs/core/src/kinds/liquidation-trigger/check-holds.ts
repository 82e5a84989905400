import type { Problem } from '../../problem/index.ts';
import { parseInstant } from '../../venue/index.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** A hold ends after it begins, and each is there once. */
export function checkHolds(holds: LiquidationTriggerDocument['holds']): Problem[] {
  return holds.flatMap(({ contract, from, until }, at) => {
    const problems: Problem[] = [];
    const path = `/holds/${String(at)}`;
    if ((parseInstant(until) ?? 0) <= (parseInstant(from) ?? 0)) {
      const message = `the hold of \`${contract}\` ends at ${until}, not after it begins at ${from}`;
      problems.push({ code: 'hold_until_not_after_from', path: `${path}/until`, message });
    }
    if (holds.findIndex((other) => other.contract === contract && other.from === from) < at) {
      problems.push({ code: 'duplicate_hold', path, message: `\`${contract}\` is held from ${from} twice` });
    }
    return problems;
  });
}
