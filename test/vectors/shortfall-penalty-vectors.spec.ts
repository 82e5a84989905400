import { describe, expect, it } from 'vitest';
import { shortfallPenalty } from '@backstop/core/kinds/shortfall-penalty';
import { formatDecimal } from '@backstop/core/num';
import { assessPenalty } from '@backstop/core/penalty';
import { decimalOf, parseDocument } from '@backstop/core/policy';
import { readVectors, textIn } from './read-vectors.ts';

const { documents, vectors } = readVectors('shortfall-penalty');

describe('published: shortfall-penalty', () => {
  it.each(vectors)('$id', ({ inputs, given = {}, expected }) => {
    const facts = { ...given, ...inputs };
    const { consecutiveDays, instancesInMonth, penalty, rate } = assessPenalty(rulesOf(textIn(given, 'segment')), {
      day: textIn(given, 'day'),
      shortfall: decimalOf(textIn(facts, 'shortfall')),
      margin: decimalOf(textIn(facts, 'applicable_margin' in facts ? 'applicable_margin' : 'margin')),
      accountValue: decimalOf('0'),
      isProtected: false,
      history: (given['history'] as readonly string[] | undefined) ?? [],
      resetOn: null,
      precision: 2,
    });
    if ('consecutive_day' in inputs) expect(String(consecutiveDays)).toBe(inputs['consecutive_day']);
    if ('instances_this_month' in inputs) expect(String(instancesInMonth)).toBe(inputs['instances_this_month']);
    const stated = 'penalty' in expected ? textIn(expected, 'penalty') : textIn(expected, 'later_day_rate');
    expect(formatDecimal('penalty' in expected ? penalty : rate)).toBe(stated);
  });
});

function rulesOf(segment: string) {
  const parsed = parseDocument(shortfallPenalty, documents[segment]);
  if (!parsed.ok) throw new Error(`the document of the ${segment} segment is refused`);
  return shortfallPenalty.compile(parsed.value as never);
}
