import type { ScopeFacts } from '../../judge/scope-facts.ts';
import { words } from '../../judge/leaf-sentence.ts';
import { lowered } from '../space/account-space.ts';
import { encodeList, tailComesTo } from '../space/encoded-list.ts';
import type { EncodedList } from '../space/encoded-list.ts';
import { accountText, outcomeText } from './finding-text.ts';
import { findAccount } from '../find-account.ts';
import { toldWitness, withShare } from './inquiry.ts';
import type { Inquiry } from './inquiry.ts';
import { orderOf } from '../space/number-statement.ts';
import { decideList } from './rule-list.ts';
import type { Decided } from './rule-list.ts';
import type { RuleFinding } from './rule-finding.ts';
import { formatDecimal } from '../../../num/index.ts';
import { allOf, anyOf } from '../search/gates.ts';
import type { Literal } from '../search/solver.ts';
import type { Witness } from '../witness.ts';

/** More pairs of outcomes than this are not told: mending the first ones changes the others. */
const FINDINGS_MAX = 8;

/**
 * Accounts that, were they worse, would come to a milder outcome: a warning, and a `gap` where it is that no rule
 * catches the worse account.
 */
export function findNonMonotone(inquiry: Inquiry): RuleFinding[] {
  const { list, space, encoded, budget } = inquiry;
  const { worse } = list;
  if (worse === null || inquiry.facts.every(({ name }) => name !== worse)) return [];
  const { gates } = space;
  const conditions = list.rules.map(({ condition }) => condition);
  const then = encodeList(space, conditions, worse);
  const statements = [orderOf(space, lowered(space, worse), worse).below, becomesMilder(inquiry, then)];
  const findings: RuleFinding[] = [];
  while (findings.length < FINDINGS_MAX) {
    const isSo = (witness: Witness) => isMilder(decidedPair(inquiry, witness));
    const found = withShare(budget, (share) => findAccount(space, statements, isSo, share));
    if (found.kind === 'none') break;
    if (found.kind === 'unknown') return [...findings, unknownFinding(worse, found.reason)];
    const pair = decidedPair(inquiry, found.witness);
    findings.push(findingOf(inquiry, found.witness, pair));
    const [here, there] = [pair.better.outcome, pair.worse.outcome];
    const isSame = [tailComesTo(space, encoded, list, 0, here), tailComesTo(space, then, list, 0, there)];
    statements.push(allOf(gates, isSame) ^ 1);
  }
  return findings;
}

interface DecidedPair {
  readonly better: Decided;
  readonly worse: Decided;
  readonly worseFacts: ScopeFacts;
}

/** The statement that the better account comes to something more severe than the worse one. */
function becomesMilder({ list, space, encoded }: Inquiry, then: EncodedList): Literal {
  const severities = [...list.rules, list.otherwise].map(({ severity }) => severity);
  const levels = [...new Set([...severities, list.unknownSeverity])];
  return anyOf(
    space.gates,
    levels.map((level) => {
      const isAtLeast = (one: EncodedList) => {
        const hits = one.hits.filter((_, at) => (list.rules[at]?.severity ?? 0) >= level);
        const blurs = list.unknownSeverity >= level ? one.blurs : [];
        const none = list.otherwise.severity >= level ? one.before.slice(-1) : [];
        return anyOf(space.gates, [...hits, ...blurs, ...none]);
      };
      return allOf(space.gates, [isAtLeast(encoded), isAtLeast(then) ^ 1]);
    }),
  );
}

function decidedPair({ list, space }: Inquiry, { facts, numbers }: Witness): DecidedPair {
  const worse = list.worse ?? 'equity';
  const worseFacts = { ...facts, [worse]: numbers.get(lowered(space, worse)) ?? facts[worse] };
  return { better: decideList(list, facts), worse: decideList(list, worseFacts), worseFacts };
}

function isMilder({ better, worse }: DecidedPair): boolean {
  return worse.severity < better.severity;
}

function findingOf(inquiry: Inquiry, witness: Witness, pair: DecidedPair): RuleFinding {
  const { list } = inquiry;
  const name = list.worse ?? 'equity';
  const isGap = pair.worse.at === list.rules.length;
  const [rule, other] = [list.rules[pair.worse.at], list.rules[pair.better.at]];
  const lower = pair.worseFacts[name];
  const lowerText = `${words(name)} ${lower === null ? 'unknown' : formatDecimal(lower)}`;
  const text = witness.stated.map((one) => (one.fact === name ? lowerText : one.text)).join(', ');
  const where = isGap
    ? `no rule catches it, so that it is ${outcomeText(pair.worse.outcome)}`
    : `it is in ${outcomeText(pair.worse.outcome)}, which is milder`;
  return {
    code: isGap ? 'gap' : 'non_monotone_zone',
    level: 'warning',
    answer: 'found',
    pointers: [rule?.pointer ?? '/rules', ...(other === undefined ? [] : [other.pointer])],
    sentence: `Less ${words(name)} leads to a milder zone: ${accountText(witness)} is in ${outcomeText(pair.better.outcome)}, yet with ${lowerText} ${where}.`,
    reason: null,
    witness: toldWitness(inquiry, { facts: pair.worseFacts, text }),
  };
}

function unknownFinding(worse: string, reason: string): RuleFinding {
  return {
    code: 'non_monotone_zone',
    level: 'warning',
    answer: 'unknown',
    pointers: ['/rules'],
    sentence: `Whether less ${words(worse)} ever leads to a milder zone is not known: ${reason}.`,
    reason,
    witness: null,
  };
}
