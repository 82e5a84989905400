import type { Decimal } from '../../num/index.ts';
import type { Program, ProgramSlots, Row } from './program.ts';
import type { ScopeFacts } from '../judge/scope-facts.ts';

/**
 * The facts of a scope in the slots of a program: a new row, or the one given, gathered anew. A row belongs to one
 * program and to one caller.
 */
export function gather({ slots, blank }: Program, facts: ScopeFacts, row?: Row): Row {
  if (row === undefined) {
    const fresh = { facts, numbers: blank.numbers.slice(), decimals: blank.decimals.slice() };
    readWholes(slots, facts, fresh.numbers);
    return fresh;
  }
  row.facts = facts;
  const { numbers, decimals } = row;
  const { wholes } = slots;
  readWholes(slots, facts, numbers);
  if (slots.questions.length > 0) numbers.fill(NaN, wholes.length, wholes.length + slots.questions.length);
  if (slots.decimals.length > 0) decimals.fill(undefined, 0, slots.decimals.length);
  return row;
}

/** A decimal of a row, found now where it was not before; null = unknown. */
export function decimalAt({ decimals }: ProgramSlots, row: Row, slot: number): Decimal | null {
  const known = row.decimals[slot];
  if (known !== undefined) return known;
  const found = decimals[slot]?.(row) ?? null;
  row.decimals[slot] = found;
  return found;
}

/** What a row of these slots is before any facts are gathered: nothing known, constants in place. */
export function blankRow({ wholes, questions, constants, decimals, decimalConstants }: ProgramSlots): Program['blank'] {
  const variable = wholes.length + questions.length;
  const numbers = new Float64Array(variable + constants.length).fill(NaN, 0, variable);
  numbers.set(constants, variable);
  return { numbers, decimals: [...decimals.map(() => undefined), ...decimalConstants] };
}

function readWholes({ wholes }: ProgramSlots, facts: ScopeFacts, numbers: Float64Array): void {
  for (let at = 0; at < wholes.length; at += 1) numbers[at] = (wholes[at] as (typeof wholes)[number])(facts);
}
