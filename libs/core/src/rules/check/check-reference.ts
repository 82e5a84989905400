import { suggestion } from '../../problem/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { FactReference } from '../language/condition.ts';
import { factName } from '../language/fact.ts';
import type { CatalogueFact, FactCatalogue } from '../language/fact.ts';

/** The fact that a leaf or a reference at `pointer` names, or why there is none. */
export type FoundFact =
  { readonly fact: CatalogueFact; readonly problem: null } | { readonly fact: null; readonly problem: Problem };

/** Looks a fact up, its path included: a structured fact is asked for by path, any other without. */
export function findFact(reference: FactReference, pointer: string, catalogue: FactCatalogue): FoundFact {
  const whole = catalogue.get(reference.fact);
  if (whole === undefined) return missing(unknownFact(reference.fact, `${pointer}/fact`, catalogue));
  if (whole.type !== 'structured') {
    if (reference.path === undefined) return { fact: whole, problem: null };
    const message = `\`${whole.name}\` has no parts: only a structured fact is asked for by path`;
    return missing({ code: 'path_not_for_type', path: `${pointer}/path`, message, suggestion: 'leave `path` out' });
  }
  const paths = (whole.fields ?? []).map(({ path }) => path);
  if (reference.path === undefined) {
    const message = `\`${whole.name}\` is asked for by the path of one of its parts`;
    const known = `one of ${paths.join(', ')}`;
    return missing({ code: 'path_missing', path: `${pointer}/fact`, message, suggestion: known });
  }
  const fact = catalogue.get(factName(reference));
  if (fact !== undefined) return { fact, problem: null };
  const message = `\`${whole.name}\` declares no part \`${reference.path}\``;
  const near = suggestion(reference.path, paths).suggestion ?? `one of ${paths.join(', ')}`;
  return missing({ code: 'unknown_path', path: `${pointer}/path`, message, suggestion: near });
}

/** The problem of a fact that neither the core nor the document declares. */
export function unknownFact(name: string, path: string, catalogue: FactCatalogue): Problem {
  const message = `there is no fact \`${name}\``;
  const names = [...catalogue.values()].filter(({ within }) => within === null).map((fact) => fact.name);
  return { code: 'unknown_fact', path, message, ...suggestion(name, names) };
}

function missing(problem: Problem): FoundFact {
  return { fact: null, problem };
}
