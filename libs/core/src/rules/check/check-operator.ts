import { suggestion } from '../../problem/index.ts';
import type { Problem } from '../../problem/index.ts';
import { isNumeric, typeWords } from '../language/fact.ts';
import type { CatalogueFact } from '../language/fact.ts';
import { operatorForm, rankOf } from '../language/operator-form.ts';
import type { OperatorForm } from '../language/operator-form.ts';
import { DECORATORS, isDecorator, isOperator, OPERATORS, OPERATORS_OF_TYPE } from '../language/operators.ts';

/** The form of an operator that suits a fact, or why it does not. */
export type CheckedOperator =
  { readonly form: OperatorForm; readonly problem: null } | { readonly form: null; readonly problem: Problem };

/** Whether an operator with its decorators means something, and means it of a fact of this type. */
export function checkOperator(written: string, fact: CatalogueFact, path: string): CheckedOperator {
  const form = operatorForm(written);
  if (form === null) return { form, problem: unknownName(written, path) };
  const isOfMembers = rankOf(form, 'fact') > 0;
  const suits = !isOfMembers || fact.type === 'set';
  if (OPERATORS_OF_TYPE[fact.type].length > 0 && suits && isAsked(form, fact) && ranksFit(form, fact)) {
    return { form, problem: null };
  }
  return { form: null, problem: misplaced(written, fact, path) };
}

/** Whether the relation is one of values of the fact's type, and the value's side is what can be written there. */
function isAsked(form: OperatorForm, fact: CatalogueFact): boolean {
  const isEquality = form.relation === 'equal' || form.relation === 'notEqual';
  if (!isEquality) return isNumeric(fact);
  // There are no lists of true and false.
  return fact.type !== 'boolean' || form.quantifiers.length === 0;
}

function ranksFit(form: OperatorForm, fact: CatalogueFact): boolean {
  const isList = fact.type === 'set';
  return rankOf(form, 'fact') === (isList ? 1 : 0) && rankOf(form, 'value') <= 1;
}

function unknownName(written: string, path: string): Problem {
  const names = written.split(':');
  const operator = names.at(-1) ?? '';
  const decorator = names.slice(0, -1).find((name) => !isDecorator(name));
  if (decorator !== undefined) {
    const message = `there is no decorator \`${decorator}\``;
    const near = suggestion(decorator, DECORATORS);
    return {
      code: 'unknown_decorator',
      path,
      message,
      suggestion: near.suggestion ?? `one of ${DECORATORS.join(', ')}`,
    };
  }
  const message = `there is no operator \`${operator}\``;
  return { code: 'unknown_operator', path, message, ...suggestion(operator, OPERATORS) };
}

function misplaced(written: string, fact: CatalogueFact, path: string): Problem {
  const code = 'operator_not_for_type';
  const allowed = OPERATORS_OF_TYPE[fact.type];
  const message = `\`${written}\` does not compare \`${fact.name}\`, which is ${typeWords(fact.type)}`;
  if (!written.includes(':')) return { code, path, message, suggestion: `one of ${allowed.join(', ')}` };
  const operator = written.split(':').at(-1) ?? '';
  const isPlainFit = isOperator(operator) && allowed.includes(operator);
  return { code, path, message, suggestion: isPlainFit ? `write \`${operator}\`` : `one of ${allowed.join(', ')}` };
}
