import { decimal, formatDecimal, ZERO, parseDecimal, lessThan } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { FactValue } from '../../venue/index.ts';
import type { CatalogueFact, FactCatalogue } from '../fact.ts';
import { words } from '../leaf-sentence.ts';
import { wholeNumberOf } from '../literal.ts';
import type { ScopeFacts } from '../scope-facts.ts';
import { chooseNumber } from './choose-number.ts';
import { venueRecord } from '../venue-record.ts';
import { solved } from './region.ts';
import type { Region, TextRange } from './region.ts';

/** One account of a region, with the facts that matter told in words: `equity 99, maintenance margin 100`. */
export interface Witness {
  readonly facts: ScopeFacts;
  readonly text: string;
  /** The numbers that were chosen, by name. */
  readonly numbers: ReadonlyMap<string, Decimal>;
}

/** The instant that a witness is of: its dated facts are as fresh as can be. */
const WITNESS_AT = 0;

/** What a witness's first number is, where the region allows it. */
const PREFERRED: ReadonlyMap<string, Decimal> = new Map([['maintenanceMargin', decimal(100n)]]);

/**
 * An account of a region; null where none of readable length is found. A region may claim more than there is
 * (whole numbers and the order of two ratios are not solved for), so that its caller judges the account itself.
 */
export function witnessOf(region: Region, catalogue: FactCatalogue): Witness | null {
  const numbers = chooseNumbers(region, catalogue);
  if (numbers === null) return null;
  const text = (name: string, fallback: string) => oneOf(region.texts.get(name), fallback);
  const number = (name: string) => numbers.get(name) ?? ZERO;
  const scope = text('scope', 'cross') === 'isolated' ? 'isolated' : 'cross';
  const facts: ScopeFacts = {
    at: WITNESS_AT,
    equity: number('equity'),
    accountValue: number('accountValue'),
    initialMargin: number('initialMargin'),
    maintenanceMargin: number('maintenanceMargin'),
    notional: number('notional'),
    unrealizedPnl: number('unrealizedPnl'),
    withdrawable: number('withdrawable'),
    positionCount: wholeNumberOf(number('positionCount')) ?? 0,
    scope,
    asset: text('asset', 'USDT'),
    contract: scope === 'cross' ? null : text('contract', 'BTCUSDT'),
    tags: membersOf('tags', region),
    venue: venueFacts(region, numbers, catalogue),
  };
  return { facts, text: describe(region, numbers, facts, catalogue), numbers };
}

function chooseNumbers(region: Region, catalogue: FactCatalogue): Map<string, Decimal> | null {
  const elimination = solved(region);
  if (elimination.kind !== 'feasible') return null;
  const numbers = new Map<string, Decimal>();
  for (const stage of elimination.stages) {
    const { variable } = stage;
    const isWhole = catalogue.get(variable)?.type === 'integer';
    const value = chooseNumber(stage, numbers, PREFERRED.get(variable) ?? null, isWhole);
    if (value === null) return null;
    numbers.set(variable, value);
  }
  return numbers;
}

/** A value that a range allows: the first, or the fallback lengthened until it is none of the excepted. */
function oneOf(range: TextRange | undefined, fallback: string): string {
  if (range === undefined) return fallback;
  if ('among' in range) return range.among[0] ?? fallback;
  let value = fallback;
  while (range.except.includes(value)) value += '2';
  return value;
}

/** The members that a set was said to contain. */
function membersOf(set: string, region: Region): string[] {
  const prefix = `${set}∋`;
  return [...region.answers]
    .filter(([question, answer]) => answer === 'yes' && question.startsWith(prefix) && !question.endsWith('()'))
    .map(([question]) => question.slice(prefix.length));
}

function venueFacts(
  region: Region,
  numbers: ReadonlyMap<string, Decimal>,
  catalogue: FactCatalogue,
): Record<string, FactValue> {
  const declared = [...catalogue.values()].filter(({ origin, numerator }) => origin === 'venue' && numerator === null);
  return venueRecord(
    declared.map((fact) => [fact, venueValue(fact, region, numbers)] as const),
    WITNESS_AT,
  );
}

function venueValue(fact: CatalogueFact, region: Region, numbers: ReadonlyMap<string, Decimal>): FactValue {
  if (fact.type === 'set') return membersOf(fact.name, region);
  if (fact.type === 'boolean') return region.answers.get(fact.name) === 'yes';
  if (fact.type === 'text') return oneOf(region.texts.get(fact.name), fact.values?.[0] ?? 'other');
  const value = numbers.get(fact.name) ?? withinBounds(fact);
  return fact.type === 'integer' ? (wholeNumberOf(value) ?? 0) : formatDecimal(value);
}

function withinBounds(fact: CatalogueFact): Decimal {
  const minimum = fact.minimum === null ? null : parseDecimal(fact.minimum);
  const maximum = fact.maximum === null ? null : parseDecimal(fact.maximum);
  if (minimum !== null && lessThan(ZERO, minimum)) return minimum;
  return maximum !== null && lessThan(maximum, ZERO) ? maximum : ZERO;
}

function describe(
  region: Region,
  numbers: ReadonlyMap<string, Decimal>,
  facts: ScopeFacts,
  catalogue: FactCatalogue,
): string {
  const stated: [string, string][] = [];
  // Numbers that only their declared bounds speak of may be what they like.
  const asked = new Set(region.numbers.flatMap(({ terms }) => [...terms.keys()]));
  for (const [name, value] of numbers) {
    if (asked.has(name) && catalogue.has(name)) stated.push([words(name), formatDecimal(value)]);
  }
  for (const [name, range] of region.texts) {
    if (isNarrowed(range, catalogue.get(name))) stated.push([words(name), textIn(name, facts, range)]);
  }
  for (const [question, answer] of region.answers) {
    stated.push(answerText(question, answer));
  }
  return stated.map(([name, value]) => `${name} ${value}`).join(', ');
}

/** `tags∋retail` as `tags with retail`, `flag` as `flag yes`. */
function answerText(question: string, answer: 'yes' | 'no'): [string, string] {
  const [set = '', member] = question.split('∋');
  return member === undefined ? [question, answer] : [set, `${answer === 'yes' ? 'with' : 'without'} ${member}`];
}

/** Whether a text is not just any that its fact may be. */
function isNarrowed(range: TextRange, fact: CatalogueFact | undefined): boolean {
  if ('except' in range) return range.except.length > 0;
  return range.among.length < (fact?.values?.length ?? Infinity);
}

function textIn(name: string, facts: ScopeFacts, range: TextRange): string {
  if (name === 'scope') return facts.scope;
  if (name === 'asset') return facts.asset;
  if (name === 'contract') return facts.contract ?? 'none';
  return oneOf(range, 'other');
}
