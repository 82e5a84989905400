import { formatDecimal } from '../../num/index.ts';
import type { BoundCondition, Comparison, Operand } from './bound-condition.ts';

/** A bound condition as text, named conditions in place: conditions of one text are one condition. */
export function conditionText(condition: BoundCondition): string {
  switch (condition.kind) {
    case 'leaf':
      return condition.key;
    case 'not':
      return `not ${conditionText(condition.part)}`;
    case 'all':
    case 'any':
      return `${condition.kind}(${condition.parts.map(conditionText).join(' ')})`;
  }
}

/** What a leaf asks, as text. */
export function comparisonText({ fact, operator, quantifiers, operand }: Comparison): string {
  const asked = quantifiers.map(({ side, isEvery }) => `${isEvery ? 'every' : 'some'} ${side} `);
  return JSON.stringify([fact.name, asked.join('') + operator, operandParts(operand)]);
}

function operandParts(operand: Operand): unknown {
  switch (operand.kind) {
    case 'fact':
      return { fact: operand.fact.name };
    case 'numbers':
      return operand.values.map((value) => formatDecimal(value));
    case 'texts':
      return operand.values;
    case 'boolean':
      return operand.value;
  }
}
