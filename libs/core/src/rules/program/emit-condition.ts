import type { BoundCondition } from '../judge/bound-condition.ts';
import { emitLeaf } from './emit-leaf.ts';
import type { Emitter, Target } from './emitter.ts';

/**
 * Emits a condition that goes on to `whenTrue` or `whenFalse`, and returns where it begins. `all`, `any` and `not`
 * take no instructions of their own: they are where the leaves jump to, as far as that is sure.
 */
export function emitCondition(
  condition: BoundCondition,
  whenTrue: Target,
  whenFalse: Target,
  emitter: Emitter,
): Target {
  switch (condition.kind) {
    case 'leaf':
      return emitLeaf(condition, whenTrue, whenFalse, emitter);
    case 'not':
      return emitCondition(condition.part, whenFalse, whenTrue, emitter);
    case 'all':
      return condition.parts.reduceRight((next, part) => emitCondition(part, next, whenFalse, emitter), whenTrue);
    case 'any':
      return condition.parts.reduceRight((next, part) => emitCondition(part, whenTrue, next, emitter), whenFalse);
  }
}
