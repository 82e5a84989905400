import { lessThan, parseDecimal } from '../num/index.ts';
import type { Problem } from '../problem/index.ts';
import { unknownFact } from './check-leaf.ts';
import { isNumeric, isRatio } from './fact.ts';
import type { FactCatalogue, FactDeclaration } from './fact.ts';

/** What is wrong with the facts that a document declares beside the core's own. */
export function checkFacts(declared: readonly FactDeclaration[], catalogue: FactCatalogue): Problem[] {
  return declared.flatMap((fact, at) => {
    const path = `/facts/${String(at)}`;
    const isSecond = declared.findIndex((other) => other.name === fact.name) < at;
    return [
      ...(isSecond ? [problem('duplicate_fact', `${path}/name`, `\`${fact.name}\` is declared twice`)] : []),
      ...checkName(fact, path, catalogue),
      ...checkShape(fact, path),
      ...checkRatio(fact, path, catalogue),
    ];
  });
}

function checkName(fact: FactDeclaration, path: string, catalogue: FactCatalogue): Problem[] {
  if (catalogue.get(fact.name)?.origin !== 'core') return [];
  return [problem('fact_name_taken', `${path}/name`, `\`${fact.name}\` is a fact that the core computes`)];
}

function checkShape(fact: FactDeclaration, path: string): Problem[] {
  const problems: Problem[] = [];
  const minimum = fact.minimum === null ? null : parseDecimal(fact.minimum);
  const maximum = fact.maximum === null ? null : parseDecimal(fact.maximum);
  if (minimum !== null && maximum !== null && lessThan(maximum, minimum)) {
    problems.push(problem('fact_bounds_reversed', `${path}/maximum`, 'the maximum is below the minimum'));
  }
  const isRead = fact.numerator === null && fact.denominator === null;
  if ((minimum !== null || maximum !== null) && !(isNumeric(fact) && isRead)) {
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

function checkRatio(fact: FactDeclaration, path: string, catalogue: FactCatalogue): Problem[] {
  if (fact.numerator === null && fact.denominator === null) return [];
  const code = 'ratio_parts_invalid';
  if (!isRatio(fact)) return [problem(code, path, 'a ratio names both its numerator and its denominator')];
  if (fact.type !== 'decimal') return [problem(code, `${path}/type`, 'a ratio is a decimal')];
  const numerator = catalogue.get(fact.numerator);
  const denominator = catalogue.get(fact.denominator);
  if (numerator === undefined) return [unknownFact(fact.numerator, `${path}/numerator`, catalogue)];
  if (denominator === undefined) return [unknownFact(fact.denominator, `${path}/denominator`, catalogue)];
  if (!isNumeric(numerator) || !isNumeric(denominator) || isRatio(numerator) || isRatio(denominator)) {
    return [problem(code, path, 'the parts of a ratio are numbers that are themselves no ratios')];
  }
  if (numerator.unit !== denominator.unit) {
    const message = `\`${numerator.name}\` is in ${numerator.unit}, \`${denominator.name}\` in ${denominator.unit}`;
    return [problem('unit_mismatch', path, `${message}: they are never compared`)];
  }
  return [];
}

function problem(code: string, path: string, message: string): Problem {
  return { code, path, message };
}
