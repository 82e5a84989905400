import { compare } from '../../num/index.ts';
import { evaluate } from '../judge/evaluate.ts';
import type { Program, Row } from './program.ts';
import { decimalAt } from './row.ts';
import { FALSE, TRUE, UNKNOWN } from '../judge/verdict.ts';

/** What `decide` says of a list in which every rule is false. */
export const NO_RULE = -1;

/**
 * The first rule that is not false, as a number: twice its place in the list, and one more where it is unknown;
 * `NO_RULE` where every rule is false. Read it with `placeOf` and `isUnknownAt`.
 *
 * Allocates nothing but what exact products of decimals need. A comparison with something unknown leaves the program
 * for the rule it stands in, which strong Kleene logic then judges as a whole.
 */
export function decide(program: Program, row: Row): number {
  const { code, rules } = program;
  const end = code.length;
  let at = run(program, program.threadedCode, row, program.start, end);
  while (at < 0) {
    const tried = program.ruleOf[~at >> 2] as number;
    const rule = rules[tried];
    if (rule === undefined) return NO_RULE;
    const verdict = evaluate(rule.condition, row.facts);
    if (verdict !== FALSE) return rule.place * 2 + (verdict === UNKNOWN ? 1 : 0);
    // What the answers before would spare may not have been answered: from here on every question is asked.
    at = run(program, code, row, rules[tried + 1]?.start ?? end + rules.length, end);
  }
  const hit = rules[at - end];
  return hit === undefined ? NO_RULE : hit.place * 2;
}

/** Place in the list of the rule that decided; null where none did. */
export function placeOf(decided: number): number | null {
  return decided === NO_RULE ? null : decided >> 1;
}

/** Whether the rule that decided is unknown rather than true. */
export function isUnknownAt(decided: number): boolean {
  return decided !== NO_RULE && (decided & 1) === 1;
}

/**
 * Follows the instructions of `code` from `start` until they lead past `end`, and returns where to; the complement of the
 * instruction that compares something unknown, where one does. Instructions only ever lead on, so it ends.
 */
export function run(program: Program, code: Int32Array, row: Row, start: number, end: number): number {
  const { numbers } = row;
  let at = start;
  while (at < end) {
    const left = code[at] as number;
    const right = code[at + 1] as number;
    if (left >= 0) {
      const observed = numbers[left] as number;
      const compared = numbers[right] as number;
      if (observed < compared) at = code[at + 2] as number;
      else if (observed >= compared) at = code[at + 3] as number;
      else if (!isAnswered(program, row, left)) return ~at;
    } else {
      const observed = decimalAt(program.slots, row, ~left);
      const compared = decimalAt(program.slots, row, ~right);
      if (observed === null || compared === null) return ~at;
      at = code[compare(observed, compared) < 0 ? at + 2 : at + 3] as number;
    }
  }
  return at;
}

/** Asks the question of a slot, if it is one, and keeps the answer; false where there is none. */
function isAnswered({ slots }: Program, row: Row, slot: number): boolean {
  const ask = slots.questions[slot - slots.wholes.length];
  if (ask === undefined) return false;
  const verdict = ask(row.facts);
  if (verdict === UNKNOWN) return false;
  row.numbers[slot] = verdict === TRUE ? 1 : 0;
  return true;
}
