import { lessThan, parseDecimal } from '../../num/index.ts';
import type { Problem } from '../../problem/index.ts';
import { isNumeric } from '../language/fact.ts';
import type { FactDeclaration } from '../language/fact.ts';

/** What a fact and a part of one say alike of the values that are believed. */
export type Believed = Pick<FactDeclaration, 'type' | 'unit' | 'minimum' | 'maximum' | 'values'>;

/** Whether bounds, values and unit suit the type. */
export function checkBelieved(fact: Believed, path: string): Problem[] {
  const problems: Problem[] = [];
  const minimum = fact.minimum === null ? null : parseDecimal(fact.minimum);
  const maximum = fact.maximum === null ? null : parseDecimal(fact.maximum);
  if (minimum !== null && maximum !== null && lessThan(maximum, minimum)) {
    problems.push(problem('fact_bounds_reversed', `${path}/maximum`, 'the maximum is below the minimum'));
  }
  if ((minimum !== null || maximum !== null) && !isNumeric(fact)) {
    problems.push(problem('fact_bounds_not_for_type', path, 'only a number that is read has a minimum or a maximum'));
  }
  if (fact.values !== null && fact.type !== 'text') {
    problems.push(problem('fact_values_not_for_type', `${path}/values`, 'only a text has a list of values'));
  }
  if (fact.unit !== 'none' && !isNumeric(fact)) {
    problems.push(problem('fact_unit_not_for_type', `${path}/unit`, 'only a number has a unit'));
  }
  return problems;
}

function problem(code: string, path: string, message: string): Problem {
  return { code, path, message };
}
