import { isPositive } from '../../num/index.ts';
import type { Problem } from '../../problem/index.ts';
import { suggestion } from '../../problem/index.ts';
import type { CaseFacts } from '../cases/case-facts.ts';
import { isRatio } from '../language/fact.ts';
import type { CatalogueFact, FactCatalogue } from '../language/fact.ts';
import { decimalOfLiteral } from '../language/literal.ts';
import { checkLiteral } from './check-literal.ts';

/**
 * The mistakes in the facts that a case states: names that mean nothing, values that the fact never has, what is made
 * of other facts and so not stated itself, and an account without a margin requirement, of which no rule is asked.
 */
export function checkCaseFacts(facts: CaseFacts, path: string, catalogue: FactCatalogue): Problem[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const at = `${path}/${name}`;
    const fact = catalogue.get(name);
    if (fact !== undefined) return checkStated(fact, value, at);
    const message = `there is no fact \`${name}\``;
    return [{ code: 'unknown_fact', path: at, message, ...suggestion(name, [...catalogue.keys()]) }];
  });
}

function checkStated(fact: CatalogueFact, value: CaseFacts[string], path: string): Problem[] {
  const code = 'case_fact_not_stated';
  if (isRatio(fact)) {
    const message = `\`${fact.name}\` is made of others: state \`${fact.numerator}\` and \`${fact.denominator}\``;
    return [{ code, path, message }];
  }
  if (fact.type === 'structured') {
    return [{ code, path, message: `\`${fact.name}\` is made of parts: state each as \`${fact.name}$.part\`` }];
  }
  const isList = typeof value === 'object';
  if (isList !== (fact.type === 'set')) {
    const message = `\`${fact.name}\` is ${isList ? 'one value, not a list' : 'a list of texts'}`;
    return [{ code: 'literal_type_mismatch', path, message }];
  }
  const problems = (isList ? value : [value]).flatMap((one) => checkLiteral(fact, one, path));
  return problems.length > 0 ? problems : checkRequirement(fact, value, path);
}

function checkRequirement(fact: CatalogueFact, value: CaseFacts[string], path: string): Problem[] {
  if (fact.name !== 'maintenanceMargin' || (typeof value !== 'string' && typeof value !== 'number')) return [];
  const amount = decimalOfLiteral(value);
  if (amount === null || isPositive(amount)) return [];
  const message = 'without a maintenance margin above 0 no rule is asked, so that a case says nothing';
  return [{ code: 'case_requirement_not_above_zero', path, message }];
}
