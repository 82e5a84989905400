import type { Condition, ListedRule } from '@backstop/core/rules';

/** The facts of the documents by what they are called: whole numbers that a venue sends, or the core's exact decimals. */
export interface FactNames {
  readonly equity: string;
  readonly accountValue: string;
  readonly initialMargin: string;
  readonly maintenanceMargin: string;
  readonly notional: string;
  readonly withdrawable: string;
}

export const DECIMALS: FactNames = {
  equity: 'equity',
  accountValue: 'accountValue',
  initialMargin: 'initialMargin',
  maintenanceMargin: 'maintenanceMargin',
  notional: 'notional',
  withdrawable: 'withdrawable',
};

export const WHOLES: FactNames = {
  equity: 'whole.equity',
  accountValue: 'whole.accountValue',
  initialMargin: 'whole.initialMargin',
  maintenanceMargin: 'whole.maintenanceMargin',
  notional: 'whole.notional',
  withdrawable: 'whole.withdrawable',
};

/** Rules in one block: a block is about accounts of one size, so that 40 rules are five sizes and 200 are 25. */
export const BLOCK = 8;

/** A list of `count` rules of four or five comparisons each, nested as officers nest them. */
export function rulesDocument(count: number, names: FactNames): ListedRule[] {
  const blocks = Array.from({ length: count / BLOCK }, (_, block) => blockRules(block, names));
  return blocks.flat().map((conditions, place) => {
    return { conditions, priority: 1, pointer: `/rules/${String(place)}/conditions` };
  });
}

function blockRules(block: number, names: FactNames): Condition[] {
  const { equity, accountValue, initialMargin, maintenanceMargin, notional, withdrawable } = names;
  const floor: Condition = { fact: notional, operator: 'greaterThanInclusive', value: 1000 * block };
  const cap: Condition = { fact: notional, operator: 'lessThan', value: 1000 * (block + 1) };
  const isBelow = (fact: string, other: string): Condition => ({ fact, operator: 'lessThan', value: { fact: other } });
  const compared = (fact: string, operator: string, value: number | number[]): Condition => ({ fact, operator, value });
  return [
    { all: [floor, cap, isBelow(equity, maintenanceMargin), compared(accountValue, 'lessThan', 0)] },
    {
      all: [floor, cap, { any: [isBelow(equity, maintenanceMargin), compared(accountValue, 'lessThanInclusive', 0)] }],
    },
    { all: [floor, cap, isBelow(equity, initialMargin), compared(withdrawable, 'equal', 0)] },
    {
      all: [
        floor,
        { not: { fact: notional, operator: 'greaterThanInclusive', value: 1000 * (block + 1) } },
        { not: compared(equity, 'greaterThan', 50) },
        compared(withdrawable, 'notEqual', 7),
      ],
    },
    {
      all: [
        floor,
        cap,
        { any: [compared(withdrawable, 'in', [1, 2, 3]), compared(initialMargin, 'greaterThan', 900)] },
      ],
    },
    {
      all: [
        floor,
        cap,
        compared(initialMargin, 'greaterThanInclusive', 800),
        compared(maintenanceMargin, 'lessThan', 100),
      ],
    },
    { all: [floor, cap, isBelow(accountValue, equity), compared(withdrawable, 'lessThan', 5)] },
    { all: [floor, cap, compared(equity, 'greaterThan', 950), compared(initialMargin, 'lessThan', 500)] },
  ];
}
