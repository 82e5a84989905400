import type { Problem } from '../../problem/index.ts';
import { checkBelieved } from './check-believed.ts';
import type { FactDeclaration } from '../language/fact.ts';
import { pathSteps } from '../language/path.ts';

/** Names that a dated value has, so that a structured fact cannot have them beside each other. */
const RESERVED: readonly (string | number)[] = ['value', 'at'];

/** What is wrong with the parts of a declared fact: a structured fact has some, any other has none. */
export function checkFields(fact: FactDeclaration, path: string): Problem[] {
  const at = `${path}/fields`;
  if (fact.type !== 'structured') {
    if (fact.fields === null) return [];
    return [{ code: 'fact_fields_not_for_type', path: at, message: 'only a structured fact has parts' }];
  }
  const { fields } = fact;
  if (fields === null) {
    const message = `\`${fact.name}\` is structured, yet none of its parts is declared`;
    return [{ code: 'fact_fields_missing', path: at, message }];
  }
  return fields.flatMap((field, index) => {
    const here = `${at}/${String(index)}`;
    const others = fields.slice(0, index).map((other) => other.path);
    return [...checkPath(field.path, others, `${here}/path`), ...checkBelieved(field, here)];
  });
}

function checkPath(written: string, before: readonly string[], path: string): Problem[] {
  const [first = ''] = pathSteps(written);
  if (RESERVED.includes(first)) {
    const message = `\`${String(first)}\` is what a dated value has: no part of a fact begins with it`;
    return [{ code: 'field_path_reserved', path, message }];
  }
  const other = before.find((one) => isWithin(written, one) || isWithin(one, written));
  if (other === undefined) return [];
  const message = `\`${written}\` and \`${other}\` are one part, or one lies in the other`;
  return [{ code: 'field_paths_overlap', path, message }];
}

function isWithin(inner: string, outer: string): boolean {
  const [steps, start] = [pathSteps(inner), pathSteps(outer)];
  return start.every((step, at) => step === steps[at]);
}
