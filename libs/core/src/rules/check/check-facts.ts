import type { Problem } from '../../problem/index.ts';
import { checkBelieved } from './check-believed.ts';
import { checkFields } from './check-fields.ts';
import { unknownFact } from './check-reference.ts';
import { isNumeric, isRatio } from '../language/fact.ts';
import type { FactCatalogue, FactDeclaration } from '../language/fact.ts';

/** What is wrong with the facts that a document declares beside the core's own. */
export function checkFacts(declared: readonly FactDeclaration[], catalogue: FactCatalogue): Problem[] {
  return declared.flatMap((fact, at) => {
    const path = `/facts/${String(at)}`;
    const isSecond = declared.findIndex((other) => other.name === fact.name) < at;
    return [
      ...(isSecond ? [problem('duplicate_fact', `${path}/name`, `\`${fact.name}\` is declared twice`)] : []),
      ...checkName(fact, path, catalogue),
      ...checkShape(fact, path),
      ...checkFields(fact, path),
      ...checkRatio(fact, path, catalogue),
    ];
  });
}

function checkName(fact: FactDeclaration, path: string, catalogue: FactCatalogue): Problem[] {
  if (catalogue.get(fact.name)?.origin !== 'core') return [];
  return [problem('fact_name_taken', `${path}/name`, `\`${fact.name}\` is a fact that the core computes`)];
}

function checkShape(fact: FactDeclaration, path: string): Problem[] {
  const problems = checkBelieved(fact, path);
  const isFormed = fact.numerator !== null || fact.denominator !== null;
  if (!isFormed) return problems;
  if ((fact.minimum !== null || fact.maximum !== null) && isNumeric(fact)) {
    const message = 'only a number that is read has a minimum or a maximum';
    problems.push(problem('fact_bounds_not_for_type', path, message));
  }
  if (fact.ageMaxSeconds !== null) {
    const message = 'a ratio is as old as its parts: only a fact that is read has an age';
    problems.push(problem('fact_age_not_for_type', `${path}/ageMaxSeconds`, message));
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
