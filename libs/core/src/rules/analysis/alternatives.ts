import { compare, InvariantError, negate, ONE, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { BoundLeaf, Operand } from '../bound-condition.ts';
import { isNumeric, isRatio } from '../fact.ts';
import type { CatalogueFact } from '../fact.ts';
import { relationOf, takesList } from '../operators.ts';
import { FALSE, TRUE, UNKNOWN } from '../verdict.ts';
import type { Verdict } from '../verdict.ts';
import { linear } from './linear.ts';
import type { LinearConstraint } from './linear.ts';
import { aboveZero, notAboveZero } from './region.ts';
import type { Alternative } from './region.ts';

/**
 * Every way in which a leaf can come out on an account whose facts are known, together covering all such accounts.
 * Unknown comes about only where a fact is absent by its nature: a ratio over nothing, the contract of a cross pool.
 */
export function alternativesOf(leaf: BoundLeaf): Alternative[] {
  if (!isNumeric(leaf.fact)) return discreteAlternatives(leaf);
  const { operand } = leaf;
  const denominators = [leaf.fact, ...(operand.kind === 'fact' ? [operand.fact] : [])].flatMap((fact) =>
    isRatio(fact) ? [fact.denominator] : [],
  );
  const present = denominators.map((name) => aboveZero(name));
  const absent = denominators.map((name, at) => {
    return { verdict: UNKNOWN, numbers: [...present.slice(0, at), notAboveZero(name)] };
  });
  const known = operand.kind === 'fact' ? orderAlternatives(leaf, operand.fact) : limitAlternatives(leaf, operand);
  return [...absent, ...known.map((one) => ({ ...one, numbers: [...present, ...(one.numbers ?? [])] }))];
}

type Side = 'below' | 'at' | 'above';

function limitAlternatives(leaf: BoundLeaf, operand: Operand): Alternative[] {
  if (operand.kind !== 'numbers') throw new InvariantError('a number is compared with numbers');
  const [first] = operand.values;
  if (first === undefined) throw new InvariantError('nothing to compare with');
  if (takesList(leaf.operator)) return listAlternatives(leaf, operand.values);
  return (['below', 'at', 'above'] as const).map((side) => {
    return { verdict: verdictAt(leaf, side), numbers: [toLimit(leaf.fact, first, side)] };
  });
}

/** `in` and `notIn`: on each number of the list, and in each gap between neighbors. */
function listAlternatives(leaf: BoundLeaf, values: readonly Decimal[]): Alternative[] {
  const [hit, miss] = leaf.operator === 'in' ? [TRUE, FALSE] : [FALSE, TRUE];
  const limits = values
    .toSorted(compare)
    .filter((value, at, all) => at === 0 || compare(value, all[at - 1] ?? value) !== 0);
  const on = limits.map((limit) => ({ verdict: hit, numbers: [toLimit(leaf.fact, limit, 'at')] }));
  const between = [...limits.keys(), limits.length].map((at) => {
    const lower = limits[at - 1];
    const upper = limits[at];
    const numbers = [
      ...(lower === undefined ? [] : [toLimit(leaf.fact, lower, 'above')]),
      ...(upper === undefined ? [] : [toLimit(leaf.fact, upper, 'below')]),
    ];
    return { verdict: miss, numbers };
  });
  return [...on, ...between];
}

/** fact `side` limit, as n − limit · d related to 0 with n and d the parts of the fact (d is 1 for a plain one). */
function toLimit(fact: CatalogueFact, limit: Decimal, side: Side): LinearConstraint {
  const [sign, relation] =
    side === 'below' ? [ONE, '<' as const] : side === 'at' ? [ONE, '=' as const] : [MINUS_ONE, '<' as const];
  const scaled = side === 'above' ? limit : negate(limit);
  return isRatio(fact)
    ? linear(
        [
          [fact.numerator, sign],
          [fact.denominator, scaled],
        ],
        ZERO,
        relation,
      )
    : linear([[fact.name, sign]], scaled, relation);
}

const MINUS_ONE = negate(ONE);

/** Two facts: linear in their difference, unless a ratio is among them; then the order itself is the question. */
function orderAlternatives(leaf: BoundLeaf, other: CatalogueFact): Alternative[] {
  const { fact } = leaf;
  return (['below', 'at', 'above'] as const).map((side) => {
    const verdict = verdictAt(leaf, side);
    if (isRatio(fact) || isRatio(other)) return { verdict, answer: orderAnswer(fact.name, other.name, side) };
    const [low, high] = side === 'above' ? [other.name, fact.name] : [fact.name, other.name];
    return {
      verdict,
      numbers: [
        linear(
          [
            [low, ONE],
            [high, MINUS_ONE],
          ],
          ZERO,
          side === 'at' ? '=' : '<',
        ),
      ],
    };
  });
}

/** The same question for `a` against `b` and for `b` against `a`. */
function orderAnswer(fact: string, other: string, side: Side): readonly [string, Side] {
  if (fact < other) return [`${fact}:${other}`, side];
  return [`${other}:${fact}`, side === 'at' ? 'at' : side === 'below' ? 'above' : 'below'];
}

function verdictAt(leaf: BoundLeaf, side: Side): Verdict {
  const relation = relationOf(leaf.operator);
  if (relation === null) throw new InvariantError(`${leaf.operator} does not compare two numbers`);
  return relation[side];
}

function discreteAlternatives(leaf: BoundLeaf): Alternative[] {
  const [hit, miss] = ['equal', 'in', 'contains'].includes(leaf.operator) ? [TRUE, FALSE] : [FALSE, TRUE];
  const { fact, operand } = leaf;
  const names = [fact.name, ...(operand.kind === 'fact' ? [operand.fact.name] : [])];
  const isOfContract = names.includes('contract');
  const inScope = (scope: string) => (isOfContract ? [['scope', { among: [scope] }] as const] : []);
  const absent = isOfContract ? [{ verdict: UNKNOWN, texts: inScope('cross') }] : [];
  if (fact.type === 'text' && operand.kind === 'texts' && leaf.quantifiers.length === 0) {
    return [
      ...absent,
      { verdict: hit, texts: [...inScope('isolated'), [fact.name, { among: operand.values }]] },
      { verdict: miss, texts: [...inScope('isolated'), [fact.name, { except: operand.values }]] },
    ];
  }
  // A question about members of lists has no simpler one behind it.
  const question = leaf.quantifiers.length > 0 ? leaf.key : questionOf(fact, operand);
  // `flag equal false` and `flag equal true` ask the same question and differ in what answers it.
  const [yes, no] = operand.kind === 'boolean' && !operand.value ? [miss, hit] : [hit, miss];
  return [
    ...absent,
    { verdict: yes, texts: inScope('isolated'), answer: [question, 'yes'] },
    { verdict: no, texts: inScope('isolated'), answer: [question, 'no'] },
  ];
}

/** `flag`, `set∋member`, `set∋fact` or `a=b`: what is asked, the same however it is put. */
function questionOf(fact: CatalogueFact, operand: Operand): string {
  if (operand.kind === 'fact') {
    const other = operand.fact;
    if (fact.type === 'set') return `${fact.name}∋${other.name}()`;
    if (other.type === 'set') return `${other.name}∋${fact.name}()`;
    return fact.name < other.name ? `${fact.name}=${other.name}` : `${other.name}=${fact.name}`;
  }
  return operand.kind === 'texts' ? `${fact.name}∋${operand.values[0] ?? ''}` : fact.name;
}
