import { LogicEngine } from 'json-logic-engine';
import type { Condition, Leaf, LeafValue, ListedRule } from '@backstop/core/rules';

/** The rules as json-logic-engine compiles them: one expression that gives the first place, −1 where none hits. */
export function jsonLogicOf(list: readonly ListedRule[]): (facts: object) => number {
  const branches = list.flatMap(({ conditions }, place) => [logicOf(conditions), place]);
  const run = new LogicEngine().build({ if: [...branches, -1] }) as unknown;
  if (typeof run !== 'function') throw new Error('json-logic-engine compiled to no function');
  return run as (facts: object) => number;
}

function logicOf(condition: Condition): object {
  if ('all' in condition) return { and: condition.all.map(logicOf) };
  if ('any' in condition) return { or: condition.any.map(logicOf) };
  if ('not' in condition) return { '!': [logicOf(condition.not)] };
  if ('condition' in condition) throw new Error('the bench has no named conditions');
  return leafLogic(condition);
}

const OPERATORS: Readonly<Record<string, string>> = {
  equal: '===',
  notEqual: '!==',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  in: 'in',
};

function leafLogic({ fact, operator, value }: Leaf): object {
  const name = OPERATORS[operator];
  if (name === undefined) throw new Error(`the bench has no operator ${operator}`);
  return { [name]: [variable(fact), operandLogic(value)] };
}

function operandLogic(value: LeafValue): unknown {
  return typeof value === 'object' && 'fact' in value ? variable(value.fact) : value;
}

/** The fact by its plain name: a dot would lead into an object. */
function variable(fact: string): object {
  return { var: fact.replace('whole.', '') };
}
