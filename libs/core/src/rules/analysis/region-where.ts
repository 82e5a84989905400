import type { AccountSpace } from './account-space.ts';
import { tightest } from './conflict-of.ts';
import type { Region, TextRange } from './region.ts';
import type { Literal } from './search/solver.ts';

/** The accounts on which statements about facts hold, as ranges and answers that a witness is chosen from. */
export function regionWhere(space: AccountSpace, statements: readonly Literal[]): Region {
  const texts = new Map<string, TextRange>();
  const answers = new Map<string, 'yes' | 'no'>();
  for (const { name, values } of space.catalogue.values()) if (values !== null) texts.set(name, { among: values });
  for (const literal of statements) {
    const isTrue = literal % 2 === 0;
    const question = space.questions.get(literal >> 1);
    if (question !== undefined) answers.set(question, isTrue ? 'yes' : 'no');
    const text = space.texts.get(literal >> 1);
    if (text !== undefined) texts.set(text.fact, narrowed(texts.get(text.fact), text.value, isTrue));
  }
  for (const [text, literal] of space.made) {
    if (space.opaque.has(literal >> 1) && /[=∋]/.test(text)) {
      if (statements.includes(literal)) answers.set(text, 'yes');
      else if (statements.includes(literal ^ 1)) answers.set(text, 'no');
    }
  }
  const numbers = tightest(space, statements).map(({ literal, atom }) =>
    literal % 2 === 0 ? atom.whereTrue : atom.whereFalse,
  );
  return { bounds: [...space.bounds.values()].flat(), numbers, texts, answers };
}

function narrowed(range: TextRange | undefined, value: string, isValue: boolean): TextRange {
  if (isValue) return { among: [value] };
  if (range === undefined) return { except: [value] };
  return 'among' in range
    ? { among: range.among.filter((one) => one !== value) }
    : { except: [...range.except, value] };
}
