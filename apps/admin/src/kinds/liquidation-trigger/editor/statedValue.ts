import type { CatalogueFact } from '@backstop/core/rules';

/** What was typed for a fact, as a case states it: true or false, a list of texts, else the text itself. */
export function statedValue(text: string, fact: CatalogueFact | undefined): unknown {
  if (fact?.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (fact?.type !== 'set') return text;
  return text === '' ? [] : text.split(',').map((member) => member.trimStart());
}

/** The value of a fact as it is typed. */
export function statedText(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
