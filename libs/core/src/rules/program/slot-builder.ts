import { formatDecimal } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { BoundLeaf } from '../judge/bound-condition.ts';
import type { CatalogueFact } from '../language/fact.ts';
import type { ProgramSlots } from './program.ts';
import { numberReader, wholeReader } from '../judge/read-fact.ts';

/** A slot before it is known how many slots stand before it. */
export interface SlotReference {
  readonly kind: 'whole' | 'question' | 'constant' | 'decimal' | 'decimalConstant';
  readonly at: number;
}

/** Hands out slots, the same for whatever is asked for again. */
export interface SlotBuilder {
  readonly slots: ProgramSlots;
  readonly whole: (fact: CatalogueFact) => SlotReference;
  readonly question: (leaf: BoundLeaf) => SlotReference;
  readonly constant: (value: number) => SlotReference;
  readonly decimal: (fact: CatalogueFact) => SlotReference;
  /** A decimal that is worked out of others; equal keys are equal formulas. */
  readonly formula: (key: string, formula: ProgramSlots['decimals'][number]) => SlotReference;
  readonly decimalConstant: (value: Decimal) => SlotReference;
}

export function slotBuilder(): SlotBuilder {
  const wholes: ProgramSlots['wholes'][number][] = [];
  const questions: ProgramSlots['questions'][number][] = [];
  const constants: number[] = [];
  const decimals: ProgramSlots['decimals'][number][] = [];
  const decimalConstants: Decimal[] = [];
  const known = new Map<string, SlotReference>();

  function handOut<Content>(kind: SlotReference['kind'], key: string, into: Content[], content: () => Content) {
    const name = `${kind} ${key}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    const reference = { kind, at: into.length };
    known.set(name, reference);
    into.push(content());
    return reference;
  }

  return {
    slots: { wholes, questions, constants, decimals, decimalConstants },
    whole: (fact) => handOut('whole', fact.name, wholes, () => wholeReader(fact)),
    question: (leaf) => handOut('question', leaf.key, questions, () => leaf.test),
    constant: (value) => handOut('constant', String(value), constants, () => value),
    decimal: (fact) => handOut('decimal', fact.name, decimals, () => decimalSlot(fact)),
    formula: (key, formula) => handOut('decimal', key, decimals, () => formula),
    decimalConstant: (value) => handOut('decimalConstant', formatDecimal(value), decimalConstants, () => value),
  };
}

/** The number by which an instruction names a slot, once all slots are handed out. */
export function slotNumber({ kind, at }: SlotReference, { wholes, questions, decimals }: ProgramSlots): number {
  switch (kind) {
    case 'whole':
      return at;
    case 'question':
      return wholes.length + at;
    case 'constant':
      return wholes.length + questions.length + at;
    case 'decimal':
      return ~at;
    case 'decimalConstant':
      return ~(decimals.length + at);
  }
}

function decimalSlot(fact: CatalogueFact): ProgramSlots['decimals'][number] {
  const read = numberReader(fact);
  return ({ facts }) => read(facts);
}
