import type { JsonSchema } from '../jsonSchema.ts';
import { optionLabel } from './fieldWords.ts';

/** The models of a union by the constant that tells them apart, in words. */
export function unionOptions(
  by: string,
  branches: readonly JsonSchema[],
  translate: (key: string, options?: Record<string, unknown>) => string,
): readonly { readonly constant: string; readonly words: string }[] {
  return branches.map(({ properties }) => {
    const constant = String(properties?.[by]?.const);
    return { constant, words: optionLabel(by, constant, translate) };
  });
}
