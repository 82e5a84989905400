import fc from 'fast-check';
import { isNegative, isPositive, parseDecimal } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import type { CatalogueFact, ScopeFacts } from '@backstop/core/rules';
import { formatInstant } from '@backstop/core/venue';
import type { FactValue } from '@backstop/core/venue';
import { decimalText, PICKS, timesText, wholeNumber } from './arbitrary-number.ts';
import type { NumberPool } from './arbitrary-number.ts';
import { drawnText, FUZZ_CATALOGUE, FUZZ_FACTS } from './fuzz-catalogue.ts';

/**
 * The facts of a scope, their numbers still to be taken from the pool of their case. Every fact that rules ask for has
 * a value: `positive` are the facts under the ratios that they ask for. What is missing has tests of its own.
 */
export type DrawnFacts = (pool: NumberPool, positive: ReadonlySet<string>) => ScopeFacts;

const RATIOS = FUZZ_FACTS.filter(({ numerator, type }) => numerator !== null && type === 'decimal');

export const drawnFacts: fc.Arbitrary<DrawnFacts> = fc
  .record({
    drawn: fc.array(fc.nat(PICKS - 1), { minLength: FUZZ_FACTS.length, maxLength: FUZZ_FACTS.length }),
    /** A ratio to be put at, just below or just above a number of the pool; past the last ratio none is. */
    ratio: fc.nat(RATIOS.length + 1),
    at: fc.nat(PICKS - 1),
  })
  .map(({ drawn, ratio, at }) => (pool, positive) => {
    const values = new Map(
      FUZZ_FACTS.map((fact, index) => [fact.name, valueOf(fact, drawn[index]!, pool, positive.has(fact.name))]),
    );
    const met = RATIOS[ratio];
    if (met !== undefined) {
      const numerator = numeratorAt(met, at, values, pool, positive.has(met.numerator!));
      if (numerator !== null) values.set(met.numerator!, numerator);
    }
    return scopeFactsOf(values);
  });

/** A decimal fact has text here, an integer a number. */
function valueOf(fact: CatalogueFact, drawn: number, pool: NumberPool, isPositiveAsked: boolean): FactValue {
  switch (fact.type) {
    case 'boolean':
      return drawn % 2 === 0;
    case 'text':
      return drawnText(fact, drawn);
    case 'set':
      return [...new Set([drawn, drawn >> 2, drawn >> 4].slice(0, drawn % 4).map((one) => drawnText(fact, one)))];
    case 'integer': {
      const whole = wholeNumber(pool, drawn);
      return isPositiveAsked ? Math.max(1, Math.abs(whole)) : fact.minimum === null ? whole : Math.abs(whole);
    }
    default: {
      const text = decimalText(pool, drawn);
      const bounded = fact.minimum === null ? text : text.replace('-', '');
      return isPositiveAsked && !isPositive(parseDecimal(bounded)!) ? '0.7' : bounded;
    }
  }
}

/** The numerator that puts a ratio at a number of the pool, or next to it; null where that is none it may have. */
function numeratorAt(
  ratio: CatalogueFact,
  at: number,
  values: ReadonlyMap<string, FactValue>,
  pool: NumberPool,
  isPositiveAsked: boolean,
): string | null {
  const fact = FUZZ_CATALOGUE.get(ratio.numerator!)!;
  const under = values.get(ratio.denominator!);
  if (fact.type !== 'decimal' || typeof under !== 'string') return null;
  const product = timesText(pool, at, under);
  const value = parseDecimal(product);
  if (value === null || (isPositiveAsked && !isPositive(value))) return null;
  return fact.minimum !== null && isNegative(value) ? null : product;
}

function scopeFactsOf(values: ReadonlyMap<string, FactValue>): ScopeFacts {
  const number = (name: string): Decimal => parseDecimal(values.get(name) as string)!;
  const plain = FUZZ_FACTS.filter(({ origin, numerator, within }) => origin === 'venue' && !(numerator ?? within));
  return {
    at: AT,
    equity: number('equity'),
    accountValue: number('accountValue'),
    initialMargin: number('initialMargin'),
    maintenanceMargin: number('maintenanceMargin'),
    notional: number('notional'),
    unrealizedPnl: number('unrealizedPnl'),
    withdrawable: number('withdrawable'),
    positionCount: values.get('positionCount') as number,
    scope: values.get('scope') as 'cross' | 'isolated',
    asset: values.get('asset') as string,
    contract: values.get('contract') as string,
    tags: values.get('tags') as readonly string[],
    venue: { ...Object.fromEntries(plain.map(({ name }) => [name, values.get(name)!])), limits: limitsOf(values) },
  };
}

/** The structured fact, sent with an instant, as it is declared with an age. */
function limitsOf(values: ReadonlyMap<string, FactValue>): FactValue {
  const part = (path: string) => values.get(`limits${path}`)!;
  return {
    value: {
      cap: part('$.cap'),
      'by-desk': [
        { cap: part('$.by-desk[0].cap') },
        { days: part('$.by-desk[1].days'), open: part('$.by-desk[1].open') },
      ],
      owner: { name_: part('$.owner.name_'), regions: part('$.owner.regions') },
    },
    at: formatInstant(AT - 60_000),
  };
}

/** The instant judged; the structured fact is as old as it may be. */
const AT = Date.UTC(2026, 0, 31);
