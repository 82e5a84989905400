import { Decimal as DecimalJs } from 'decimal.js';
import { formatDecimal } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import type { Condition, Leaf, ScopeFacts } from '@backstop/core/rules';
import type { FactValue } from '@backstop/core/venue';
import { CATALOGUE } from './arbitrary-trigger.ts';
import type { TriggerDocument } from './arbitrary-trigger.ts';

/** Enough digits that no product of the amounts of these laws is ever rounded. */
export const Exact = DecimalJs.clone({ precision: 100 });

type Logical = boolean | null;

/** The value of a fact as numerator and denominator, text, list or boolean; null where it is unknown. */
function slowValue(name: string, facts: ScopeFacts): [DecimalJs, DecimalJs] | FactValue | null {
  const fact = CATALOGUE.get(name)!;
  if (fact.numerator !== null && fact.denominator !== null) {
    const [above, below] = [slowValue(fact.numerator, facts), slowValue(fact.denominator, facts)];
    if (!isNumber(above) || !isNumber(below) || below[0].lte(0)) return null;
    return [above[0], below[0]];
  }
  const raw = fact.origin === 'venue' ? facts.venue[name] : facts[name as keyof ScopeFacts];
  if (fact.type === 'set') return Array.isArray(raw) ? (raw as string[]) : null;
  if (fact.type === 'boolean') return typeof raw === 'boolean' ? raw : null;
  if (fact.type === 'text') return typeof raw === 'string' && (fact.values?.includes(raw) ?? true) ? raw : null;
  if (
    fact.type === 'integer'
      ? typeof raw !== 'number'
      : fact.origin === 'venue' && (typeof raw !== 'string' || Number.isNaN(Number(raw)))
  )
    return null;
  if (raw === null || raw === undefined) return null;
  const number = new Exact(typeof raw === 'object' ? formatDecimal(raw as Decimal) : (raw as string | number));
  const isBelieved =
    fact.origin === 'core' || (number.gte(fact.minimum ?? -Infinity) && number.lte(fact.maximum ?? Infinity));
  return isBelieved ? [number, new Exact(1)] : null;
}

function isNumber(value: ReturnType<typeof slowValue>): value is [DecimalJs, DecimalJs] {
  return Array.isArray(value) && value[0] instanceof DecimalJs;
}

function slowLeaf({ fact, operator, value }: Leaf, facts: ScopeFacts): Logical {
  const observed = slowValue(fact, facts);
  const isReference = typeof value === 'object' && 'fact' in value;
  const compared = isReference ? slowValue(value.fact, facts) : value;
  if (observed === null || compared === null) return null;
  const sameAs = (other: unknown) => (isNumber(observed) ? orderOf(observed, other) === 0 : observed === other);
  if (operator === 'in' || operator === 'notIn') return (compared as unknown[]).some(sameAs) === (operator === 'in');
  if (operator === 'contains' || operator === 'doesNotContain')
    return (observed as string[]).includes(compared as string) === (operator === 'contains');
  if (!isNumber(observed)) return (observed === compared) === (operator === 'equal');
  const order = orderOf(observed, compared);
  const holds: Record<string, boolean> = {
    equal: order === 0,
    notEqual: order !== 0,
    lessThan: order < 0,
    lessThanInclusive: order <= 0,
    greaterThan: order > 0,
    greaterThanInclusive: order >= 0,
  };
  return holds[operator]!;
}

function orderOf([n, d]: [DecimalJs, DecimalJs], other: unknown): number {
  const [m, e] = Array.isArray(other)
    ? (other as [DecimalJs, DecimalJs])
    : [new Exact(other as string | number), new Exact(1)];
  return n.times(e).comparedTo(m.times(d));
}

function slow(condition: Condition, facts: ScopeFacts, document: TriggerDocument): Logical {
  if ('fact' in condition) return slowLeaf(condition, facts);
  if ('condition' in condition) return slow(document.conditions[condition.condition]!, facts, document);
  if ('not' in condition) {
    const inner = slow(condition.not, facts, document);
    return inner === null ? null : !inner;
  }
  const isAll = 'all' in condition;
  const results = (isAll ? condition.all : condition.any).map((one) => slow(one, facts, document));
  if (results.includes(!isAll)) return !isAll;
  return results.includes(null) ? null : isAll;
}

/** The zone by reading the document as it stands, one sentence of the design after the other; no code in common. */
export function slowZone(document: TriggerDocument, facts: ScopeFacts, previous: string | null): string | null {
  const ordered = [3, 2, 1, 4]
    .sort((a, b) => b - a)
    .flatMap((priority) => document.rules.filter((rule) => rule.priority === priority));
  const place = ordered.findIndex((rule) => slow(rule.conditions, facts, document) !== false);
  const found = ordered[place];
  if (found !== undefined && slow(found.conditions, facts, document) === null) return null;
  const zone = found?.event.type ?? 'healthy';
  const exit = document.exits.find((one) => one.zone === previous);
  if (exit === undefined || previous === null || zone === previous) return zone;
  const severest = ordered.findIndex((rule) => rule.event.type === previous);
  const isMilder = place < 0 || place > severest;
  const liquidates = (name: string) => name === 'liquidation' || name === 'takeover';
  if (liquidates(zone) && !liquidates(previous)) return zone;
  return isMilder && slow(exit.conditions, facts, document) !== true ? previous : zone;
}
