import type { CatalogueFact } from '../../language/fact.ts';
import type { AccountSpace } from './account-space.ts';
import { tightest } from './conflict-of.ts';
import type { Answered } from '../question.ts';
import type { Region, TextRange } from './region.ts';
import type { Literal } from '../search/solver.ts';

/** The accounts on which statements about facts hold, as ranges and answers that a witness is chosen from. */
export function regionWhere(space: AccountSpace, statements: readonly Literal[]): Region {
  const texts = new Map<string, TextRange>();
  const answers: Answered[] = [];
  for (const literal of statements) {
    const isTrue = literal % 2 === 0;
    const question = space.questions.get(literal >> 1);
    if (question !== undefined) answers.push({ question, isYes: isTrue });
    const text = space.texts.get(literal >> 1);
    if (text === undefined) continue;
    const range = texts.get(text.fact) ?? declaredRange(space.catalogue.get(text.fact));
    texts.set(text.fact, narrowed(range, text.value, isTrue));
  }
  const numbers = tightest(space, statements).map(({ literal, atom }) =>
    literal % 2 === 0 ? atom.whereTrue : atom.whereFalse,
  );
  return { bounds: [...space.bounds.values()].flat(), numbers, texts, answers };
}

function declaredRange(fact: CatalogueFact | undefined): TextRange {
  return fact === undefined || fact.values === null ? { except: [] } : { among: fact.values };
}

function narrowed(range: TextRange, value: string, isValue: boolean): TextRange {
  if (isValue) return { among: [value] };
  return 'among' in range
    ? { among: range.among.filter((one) => one !== value) }
    : { except: [...range.except, value] };
}
