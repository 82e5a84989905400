import type { PoolJudgement, PositionJudgement } from '@backstop/core/evaluation';
import { bankruptcyAmount } from '@backstop/core/margin';
import { absolute, add, isZero, multiply, subtract } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { judged } from '../builders/judged.ts';
import type { Question } from '../builders/judged.ts';
import { textIn } from './read-vectors.ts';
import type { Vector } from './read-vectors.ts';

/** Reads what a source calls by some name off the judgement of a vector's account. */
export type Figure = (question: Question, vector: Vector) => Decimal | boolean | null;

/** The figure that a source's word for a result means; a word without one stops the test. */
export function figureOf(word: string): Figure {
  const figure = FIGURES[word];
  if (figure === undefined) throw new Error(`no figure for \`${word}\``);
  return figure;
}

const QUANTUMS_PER_USD = decimalOf('1000000');

const maintenance: Figure = (question) => scopeOf(question).figures?.maintenanceMargin ?? null;
const initial: Figure = (question) => scopeOf(question).figures?.initialMargin ?? null;

const FIGURES: Readonly<Record<string, Figure>> = {
  maintenance_margin: maintenance,
  maintenance,
  maintenance_margin_btc: maintenance,
  initial_margin: initial,
  initial,
  initial_margin_btc: initial,
  initial_margin_quote_quantums: initial,
  margin_account: initial,
  order_margin: initial,
  position_value: (question) => scopeOf(question).figures?.notional ?? null,
  available: (question) => scopeOf(question).figures?.withdrawable ?? null,
  liquidatable: (question) => scopeOf(question).figures?.liquidatable ?? null,
  rate: (question, { quantity }) => {
    const { tier } = firstPosition(question);
    return quantity === 'initial_margin' ? tier.initialMarginRate : tier.maintenanceMarginRate;
  },
  liquidation_price: (question) => firstPosition(question).liquidationPrice,
  bankruptcy_price: (question) => firstPosition(question).bankruptcyPrice,
  other_mm: (question) =>
    scopeOf(question).positions.find(({ leg }) => leg.position.contract === 'STRKUSD')?.maintenanceMargin ?? null,
  maintenance_at_liq: (question) => {
    const { liquidationPrice } = firstPosition(question);
    return liquidationPrice === null ? null : maintenanceAt(question, liquidationPrice);
  },
  bankruptcy_quote_usd: amountOfPart,
  bankruptcy_quote_quantums: (question, vector) => multiply(amountOfPart(question, vector), QUANTUMS_PER_USD),
};

function scopeOf(question: Question): PoolJudgement {
  const [scope] = judged(question).pools;
  if (scope === undefined) throw new Error('an account without a scope');
  return scope;
}

/** The position of contract X: the one that a vector is about. */
function firstPosition(question: Question): PositionJudgement {
  const found = scopeOf(question).positions.find(({ leg }) => leg.position.contract === 'X');
  if (found === undefined) throw new Error('a vector without a position in X');
  return found;
}

function maintenanceAt(question: Question, markPrice: Decimal): Decimal | null {
  const row = question.market.contracts['X'];
  if (row === undefined) throw new Error('a vector without a market for X');
  const market = { ...question.market, contracts: { ...question.market.contracts, X: { ...row, markPrice } } };
  return scopeOf({ ...question, market }).figures?.maintenanceMargin ?? null;
}

/**
 * The bankruptcy amount of closing `delta_base` of the contract `close`: of a whole position the judgement's own, of a part
 * what the mechanism gives for the account before and after, both judged.
 */
function amountOfPart(question: Question, { inputs }: Vector): Decimal {
  const contract = textIn(inputs, 'close');
  const delta = decimalOf(textIn(inputs, 'delta_base'));
  const before = scopeOf(question);
  const after = scopeOf(withDelta(question, contract, delta));
  const whole = before.positions.find(({ leg }) => leg.position.contract === contract)?.bankruptcyAmount ?? null;
  if (after.positions.length < before.positions.length && whole !== null) return whole;
  const price = question.market.contracts[contract]?.markPrice ?? null;
  if (before.figures === null || after.figures === null || price === null) throw new Error('a vector without figures');
  const { accountValue, maintenanceMargin, notional } = before.figures;
  return bankruptcyAmount(
    {
      accountValue,
      maintenanceMargin,
      maintenanceMarginReleased: subtract(maintenanceMargin, after.figures.maintenanceMargin),
      netNotionalDelta: multiply(delta, price),
      notional,
      notionalClosed: absolute(multiply(delta, price)),
    },
    6,
  );
}

function withDelta(question: Question, contract: string, delta: Decimal): Question {
  const positions = question.account.positions
    .map((position) => (position.contract === contract ? { ...position, size: add(position.size, delta) } : position))
    .filter(({ size }) => !isZero(size));
  return { ...question, account: { ...question.account, positions } };
}
