import { kinds } from '@backstop/core/kinds';

const { schema } = kinds['liquidation-trigger'];
type Trigger = ReturnType<typeof schema.parse>;

const OPERATORS = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  liquidation: ['plan-liquidation'],
  'margin-call': ['block-new-risk', 'notify'],
  'reduce-only': ['block-new-risk'],
  warning: ['notify'],
};
const AMOUNTS = ['equity', 'maintenanceMargin', 'initialMargin', 'notional', 'accountValue', 'withdrawable'];
const RATIOS = ['marginRatio', 'initialMarginRatio', 'leverage'];

/** Rules of one to five comparisons over six facts: with limits, of one fact with another, of ratios. */
export function plainTrigger(rules: number, seed: number): Trigger {
  const draw = drawer(seed);
  return trigger(rules, draw, () => ({ all: leaves(1 + draw.below(5), draw) }));
}

/** Nearly as many comparisons as a document may have, each rule a tangle of them. */
export function adversarialTrigger(seed: number): Trigger {
  const draw = drawer(seed);
  const tangle = () => ({ all: [{ any: leaves(4, draw) }, { not: { all: leaves(4, draw) } }] });
  return trigger(64, draw, () => ({ any: [tangle(), tangle(), tangle()] }));
}

interface Draw {
  /** A whole number from 0, below `limit`. */
  readonly below: (limit: number) => number;
  readonly of: <Item>(items: readonly Item[]) => Item;
}

/** Numbers that only the seed decides, so that every run measures the same documents. */
function drawer(seed: number): Draw {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
  return { below, of: (items) => items[below(items.length)]! };
}

function trigger(count: number, draw: Draw, conditions: () => object): Trigger {
  const rules = Array.from({ length: count }, (_, at) => {
    const zone = draw.of(Object.keys(ACTIONS));
    const actions = (ACTIONS[zone] ?? []).map((type) => ({ type }));
    return { name: `rule-${String(at)}`, conditions: conditions(), event: { type: zone, params: { actions } } };
  });
  return schema.parse({ rules });
}

function leaves(count: number, draw: Draw): object[] {
  return Array.from({ length: count }, () => leaf(draw));
}

function leaf(draw: Draw): object {
  const operator = draw.of(OPERATORS);
  const way = draw.below(3);
  if (way === 0) return { fact: draw.of(RATIOS), operator, value: String(draw.below(300) / 100) };
  const fact = draw.of(AMOUNTS);
  if (way === 1) return { fact, operator, value: String(draw.below(1000)) };
  return { fact, operator, value: { fact: draw.of(AMOUNTS.filter((other) => other !== fact)) } };
}
