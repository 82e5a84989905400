import { decimal } from '@backstop/core/num';
import type { ScopeFacts } from '@backstop/core/rules';
import { DECIMALS, WHOLES } from './rules-document.ts';
import type { FactNames } from './rules-document.ts';

/** Fact sets that every arm is run through in turn, so that no arm knows the next answer. */
export const FACT_SETS = 256;

/** The facts of one account as plain numbers: whole, or with two decimals. */
export type PlainFacts = Readonly<Record<keyof FactNames, number>>;

const KEYS = Object.keys(DECIMALS) as (keyof FactNames)[];

/**
 * Accounts of every size that a list of `rules` rules is about, and some larger, which no rule catches. Amounts count
 * in cents where they have two decimals.
 */
export function factSets(rules: number, digits: 0 | 2): readonly Readonly<Record<keyof FactNames, bigint>>[] {
  const next = randomNumbers(20_261_122);
  const scale = 10 ** digits;
  const upTo = (most: number) => BigInt(Math.floor(next() * most * scale));
  return Array.from({ length: FACT_SETS }, () => ({
    equity: upTo(1000),
    accountValue: upTo(1000) - BigInt(20 * scale),
    initialMargin: upTo(1000),
    maintenanceMargin: upTo(400),
    notional: upTo((rules / 8) * 1000 + 100),
    // Small and whole half of the time, so that equalities hold now and then.
    withdrawable: next() < 0.5 ? BigInt(Math.floor(next() * 10) * scale) : upTo(1000),
  }));
}

export type FactSet = ReturnType<typeof factSets>[number];

/** As binary floats, for engines that know no others; two decimals keep their order. */
export function plainFacts(facts: FactSet, digits: 0 | 2): PlainFacts {
  const plain = (key: keyof FactNames) => Number(facts[key]) / 10 ** digits;
  return Object.fromEntries(KEYS.map((key) => [key, plain(key)])) as Record<keyof FactNames, number>;
}

/** As a venue sends whole numbers beside what the core computes, or as the exact decimals of the core. */
export function scopeFacts(facts: FactSet, digits: 0 | 2): ScopeFacts {
  const exact = Object.fromEntries(KEYS.map((key) => [key, decimal(facts[key], digits)]));
  const whole = Object.fromEntries(KEYS.map((key) => [WHOLES[key], Number(facts[key])]));
  return {
    at: 0,
    ...(exact as Pick<ScopeFacts, keyof FactNames>),
    unrealizedPnl: null,
    positionCount: 1,
    scope: 'cross',
    asset: 'USDT',
    contract: null,
    tags: [],
    venue: digits === 0 ? whole : {},
  };
}

/** Numbers in [0, 1), the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
