import type { Instruction, Target } from './emitter.ts';
import { answerKnown, knowing, knownEitherWay, NOTHING_KNOWN } from './knowledge.ts';
import type { Knowledge } from './knowledge.ts';

/** Where an instruction leads, as `Instruction.whenBelow` and `otherwise` do, past what needs no asking. */
export interface Jumps {
  readonly whenBelow: Target;
  readonly otherwise: Target;
}

/**
 * The jumps of instructions that follow one another, with every question left out whose answer follows from answers on
 * every way to it: `equity < 100` once answered is not asked again, nor is `equity < 200` where it was true. They hold
 * only for who enters at `start`.
 */
export function threaded(instructions: readonly Instruction[], start: Target): Jumps[] {
  const known = new Map<Instruction, Knowledge>();
  if (typeof start !== 'number') known.set(start, NOTHING_KNOWN);
  return instructions.map((instruction) => {
    // Instructions only lead on, so that all ways to this one have been gone; what no way leads to stays as it is.
    const knowledge = known.get(instruction);
    if (knowledge === undefined) return instruction;
    const lead = (answer: boolean): Target => {
      const after = knowing(knowledge, instruction.question, answer);
      const target = firstUnanswered(answer ? instruction.whenBelow : instruction.otherwise, after);
      if (typeof target !== 'number') {
        const before = known.get(target);
        known.set(target, before === undefined ? after : knownEitherWay(before, after));
      }
      return target;
    };
    return { whenBelow: lead(true), otherwise: lead(false) };
  });
}

function firstUnanswered(target: Target, knowledge: Knowledge): Target {
  let next = target;
  while (typeof next !== 'number') {
    const answer = answerKnown(knowledge, next.question);
    if (answer === null) return next;
    next = answer ? next.whenBelow : next.otherwise;
  }
  return next;
}
