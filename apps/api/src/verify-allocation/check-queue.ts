import { compare, ZERO } from '@backstop/core/num';
import type { Tell } from './check-lines.ts';
import type { WrittenLine } from './read-written.ts';

/** What lines of a queue must be together: in the order of their scores, each full before the next bears anything. */
export function checkQueue(lines: readonly WrittenLine[], tell: Tell): void {
  const total = lines.reduce((sum, { units }) => sum + units, 0n);
  let before = 0n;
  const unscored = lines.filter(({ score }) => score === null);
  for (const line of unscored) tell(line, 'it has no score');
  if (unscored.length > 0) return;
  lines.toSorted(highestFirst).forEach((line, at) => {
    const { cap, queuePlace, queueBefore, units } = line;
    if (queuePlace !== BigInt(at + 1)) tell(line, `its place in the queue must be ${String(at + 1)}`);
    if (queueBefore !== before) tell(line, `the caps before it reach to ${String(before)}`);
    const left = total > before ? total - before : 0n;
    const due = (cap ?? 0n) < left ? (cap ?? 0n) : left;
    if (units !== due) tell(line, `its share must be ${String(due)}`);
    before += cap ?? 0n;
  });
}

function highestFirst(a: WrittenLine, b: WrittenLine): number {
  const order = compare(b.score ?? ZERO, a.score ?? ZERO);
  return order === 0 ? Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)) : order;
}
