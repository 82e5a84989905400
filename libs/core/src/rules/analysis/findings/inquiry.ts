import { evaluate } from '../../judge/evaluate.ts';
import { isRatio } from '../../language/fact.ts';
import type { CatalogueFact, FactCatalogue } from '../../language/fact.ts';
import { observedText } from '../../judge/observe.ts';
import type { ScopeFacts } from '../../judge/scope-facts.ts';
import type { Verdict } from '../../judge/verdict.ts';
import { accountSpace } from '../space/account-space.ts';
import type { AccountSpace } from '../space/account-space.ts';
import type { Budget } from '../budget.ts';
import { encodeList } from '../space/encoded-list.ts';
import type { EncodedList } from '../space/encoded-list.ts';
import { factsAskedBy } from '../facts-asked-by.ts';
import { findAccount } from '../find-account.ts';
import type { Found } from '../find-account.ts';
import { give } from '../space/number-statement.ts';
import { decideList } from './rule-list.ts';
import type { Decided, RuleList } from './rule-list.ts';
import type { AccountWitness } from './rule-finding.ts';
import type { Literal } from '../search/solver.ts';
import type { Witness } from '../witness.ts';

/** A list of rules about which questions are asked, and the accounts that answers have shown. */
export interface Inquiry {
  readonly list: RuleList;
  readonly space: AccountSpace;
  readonly encoded: EncodedList;
  readonly budget: Budget;
  /** Facts that the rules ask about, ratios by their parts. */
  readonly facts: readonly CatalogueFact[];
  readonly seen: Seen[];
}

/** An account, and what the rules say about it. */
export interface Seen {
  readonly witness: Witness;
  readonly decided: Decided;
  /** By place of the rule. */
  readonly verdicts: readonly Verdict[];
}

/** The most of the budget that one question may take: one that is too large leaves the others their share. */
const QUESTION_SHARE = 20;

export function inquiryOf(list: RuleList, budget: Budget): Inquiry {
  const space = accountSpace(list.catalogue);
  for (const constraint of list.given) give(space, constraint);
  const conditions = list.rules.map(({ condition }) => condition);
  const facts = factsAskedBy(conditions, list.catalogue).filter((fact) => !isRatio(fact));
  return { list, space, encoded: encodeList(space, conditions), budget, facts, seen: [] };
}

/** An account on which all statements hold, which `isSo` confirms. */
export function inquire(
  { list, space, budget, seen }: Inquiry,
  statements: readonly Literal[],
  isSo: (seen: Seen) => boolean,
): Found {
  const found = withShare(budget, (share) => {
    return findAccount(space, statements, (witness) => isSo(seenOf(list, witness)), share);
  });
  if (found.kind === 'found') seen.push(seenOf(list, found.witness));
  return found;
}

/** Asks one question with its share of a budget; what it takes is taken from the budget. */
export function withShare(budget: Budget, question: (share: Budget) => Found): Found {
  const share: Budget = { left: Math.min(budget.left, budget.whole / QUESTION_SHARE), whole: budget.whole };
  const before = share.left;
  const found = question(share);
  budget.left -= before - share.left;
  return found;
}

/** The shortest of the accounts that earlier answers have shown of which something is so; null where there is none. */
export function alreadySeen({ seen }: Inquiry, isSo: (seen: Seen) => boolean): Witness | null {
  const [shortest] = seen.filter(isSo).toSorted((a, b) => a.witness.text.length - b.witness.text.length);
  return shortest?.witness ?? null;
}

function seenOf(list: RuleList, witness: Witness): Seen {
  const verdicts = list.rules.map(({ condition }) => evaluate(condition, witness.facts));
  return { witness, verdicts, decided: decideList(list, witness.facts) };
}

/** A witness as it is told: with every fact that the rules ask about. */
export function toldWitness(
  { list, facts }: Inquiry,
  { facts: account, text }: Pick<Witness, 'facts' | 'text'>,
): AccountWitness {
  const zone = decideList(list, account).outcome;
  return { facts: factTexts(facts, account, list.catalogue), text, zone };
}

/** Facts of an account by name, as text; those that are absent by nature are left out. */
export function factTexts(
  facts: readonly CatalogueFact[],
  account: ScopeFacts,
  catalogue: FactCatalogue,
): Record<string, string> {
  return Object.fromEntries(
    facts.flatMap((fact) => {
      const text = observedText(fact, account, catalogue);
      return text === null ? [] : [[fact.name, text]];
    }),
  );
}
