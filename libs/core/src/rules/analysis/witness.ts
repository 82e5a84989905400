import { decimal, formatDecimal, ZERO, parseDecimal, lessThan } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { FactValue } from '../../venue/index.ts';
import type { CatalogueFact, FactCatalogue } from '../language/fact.ts';
import { words } from '../judge/leaf-sentence.ts';
import { wholeNumberOf } from '../language/literal.ts';
import type { ScopeFacts } from '../judge/scope-facts.ts';
import { chooseNumber } from './numbers/choose-number.ts';
import type { AccountSpace } from './space/account-space.ts';
import { answerText } from './question.ts';
import { solved } from './space/region.ts';
import { sentFacts } from './space/sent-facts.ts';
import type { Region, TextRange } from './space/region.ts';

/** One account of a region, with the facts that matter told in words: `equity 99, maintenance margin 100`. */
export interface Witness {
  readonly facts: ScopeFacts;
  readonly text: string;
  /** The parts of the text, with the fact that each is about. */
  readonly stated: readonly Stated[];
  /** The numbers that were chosen, by name. */
  readonly numbers: ReadonlyMap<string, Decimal>;
}

/** Something said about a fact, in words: `equity 99`. */
export interface Stated {
  readonly fact: string;
  readonly text: string;
}

/** The instant that a witness is of: its dated facts are as fresh as can be. */
const WITNESS_AT = 0;

/** What a witness's first number is, where the region allows it. */
const PREFERRED: ReadonlyMap<string, Decimal> = new Map([['maintenanceMargin', decimal(100n)]]);

/**
 * An account of a region; null where none of readable length is found. It has the facts that encoded conditions ask
 * about. A region may claim more than there is (whole numbers, the order of two ratios and the comparison of two texts
 * are not solved for), so that its caller judges the account itself.
 */
export function witnessOf(
  region: Region,
  { catalogue, asked }: Pick<AccountSpace, 'catalogue' | 'asked'>,
): Witness | null {
  const numbers = chooseNumbers(region, catalogue);
  if (numbers === null) return null;
  const chosen: Chosen = { region, numbers, catalogue };
  const number = (name: string) => numbers.get(name) ?? ZERO;
  const scope = textOf('scope', chosen) === 'isolated' ? 'isolated' : 'cross';
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
    asset: textOf('asset', chosen),
    contract: scope === 'cross' ? null : textOf('contract', chosen),
    tags: membersOf('tags', chosen),
    venue: venueFacts(asked.values(), chosen),
  };
  const stated = statedOf(chosen);
  return { facts, text: stated.map(({ text }) => text).join(', '), stated, numbers };
}

/** A region, and the numbers that an account of it has. */
interface Chosen {
  readonly region: Region;
  readonly numbers: ReadonlyMap<string, Decimal>;
  readonly catalogue: FactCatalogue;
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

/** What a text of the core is where nothing else is said of it. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['scope', 'cross'],
  ['asset', 'USDT'],
  ['contract', 'BTCUSDT'],
]);

function textOf(name: string, { region, catalogue }: Chosen): string {
  return oneOf(region.texts.get(name), PLAIN.get(name) ?? catalogue.get(name)?.values?.[0] ?? 'other');
}

/** The members that a set was said to contain, what other facts are among them. */
function membersOf(set: string, chosen: Chosen): string[] {
  const members = chosen.region.answers.flatMap(({ question, isYes }) => {
    if (!isYes || question.fact !== set) return [];
    if (question.kind === 'contains') return [question.member];
    return question.kind === 'contains-fact' ? [textOf(question.other, chosen)] : [];
  });
  return [...new Set(members)];
}

function venueFacts(asked: Iterable<CatalogueFact>, chosen: Chosen): Record<string, FactValue> {
  const sent = [...asked].filter(({ origin, numerator }) => origin === 'venue' && numerator === null);
  return sentFacts(
    sent.map((fact) => [fact, venueValue(fact, chosen)] as const),
    WITNESS_AT,
  );
}

function venueValue(fact: CatalogueFact, chosen: Chosen): FactValue {
  const { name, type } = fact;
  if (type === 'set') return membersOf(name, chosen);
  if (type === 'boolean')
    return chosen.region.answers.some(({ question, isYes }) => {
      return isYes && question.kind === 'is-true' && question.fact === name;
    });
  if (type === 'text') return textOf(name, chosen);
  const value = chosen.numbers.get(name) ?? withinBounds(fact);
  return type === 'integer' ? (wholeNumberOf(value) ?? 0) : formatDecimal(value);
}

function withinBounds(fact: CatalogueFact): Decimal {
  const minimum = fact.minimum === null ? null : parseDecimal(fact.minimum);
  const maximum = fact.maximum === null ? null : parseDecimal(fact.maximum);
  if (minimum !== null && lessThan(ZERO, minimum)) return minimum;
  return maximum !== null && lessThan(maximum, ZERO) ? maximum : ZERO;
}

function statedOf(chosen: Chosen): Stated[] {
  const { region, numbers, catalogue } = chosen;
  const stated: Stated[] = [];
  // Numbers that only their declared bounds speak of may be what they like.
  const limited = new Set(region.numbers.flatMap(({ terms }) => [...terms.keys()]));
  for (const [fact, value] of numbers) {
    if (!limited.has(fact) || !catalogue.has(fact)) continue;
    stated.push({ fact, text: `${words(fact)} ${formatDecimal(value)}` });
  }
  for (const [fact, range] of region.texts) {
    if (!isNarrowed(range, catalogue.get(fact))) continue;
    const isAbsent = fact === 'contract' && textOf('scope', chosen) !== 'isolated';
    stated.push({ fact, text: `${words(fact)} ${isAbsent ? 'none' : textOf(fact, chosen)}` });
  }
  return [...stated, ...region.answers.map((one) => ({ fact: one.question.fact, text: answerText(one) }))];
}

/** Whether a text is not just any that its fact may be. */
function isNarrowed(range: TextRange, fact: CatalogueFact | undefined): boolean {
  if ('except' in range) return range.except.length > 0;
  return range.among.length < (fact?.values?.length ?? Infinity);
}
