import { TRUE } from '../../judge/verdict.ts';
import { accountText, decidedText, namesText } from './finding-text.ts';
import type { Found } from '../find-account.ts';
import { alreadySeen, inquire, toldWitness } from './inquiry.ts';
import type { Inquiry } from './inquiry.ts';
import type { AnalyzedRule } from './rule-list.ts';
import type { RuleFinding } from './rule-finding.ts';
import { decideList } from './rule-list.ts';
import type { Witness } from '../witness.ts';

/**
 * For each rule those before it that catch some of its accounts with another outcome. That is how an ordered list is
 * meant, so it is information; a warning where a milder rule decides on an account that a more severe one catches.
 */
export function findOverlaps(inquiry: Inquiry): RuleFinding[] {
  return inquiry.list.rules.flatMap((rule, at) => {
    const others = inquiry.list.rules.slice(0, at).flatMap((other, place) => {
      return other.outcome === rule.outcome ? [] : [{ other, place }];
    });
    const milder = others.filter(({ other }) => other.severity < rule.severity);
    const rest = others.filter(({ other }) => other.severity >= rule.severity);
    const hiding = milder.map(({ other, place }) => ({ other, found: hides(inquiry, place, at) }));
    const meeting = rest.map(({ other, place }) => ({ other, found: meets(inquiry, place, at) }));
    return [...told(inquiry, rule, hiding, 'warning'), ...told(inquiry, rule, meeting, 'information')];
  });
}

/** Whether the rule at a place decides on an account that the other catches too. */
function hides(inquiry: Inquiry, place: number, at: number): Found {
  const { hits, truths } = inquiry.encoded;
  const [hit, truth] = [hits[place], truths[at]];
  if (hit === undefined || truth === undefined) return { kind: 'none' };
  const isSo = ({ decided, verdicts }: Inquiry['seen'][number]) =>
    decided.at === place && verdicts[place] === TRUE && verdicts[at] === TRUE;
  const known = alreadySeen(inquiry, isSo);
  return known === null ? inquire(inquiry, [hit, truth.yes], isSo) : { kind: 'found', witness: known, because: [] };
}

/** Whether two rules catch an account, whichever decides. */
function meets(inquiry: Inquiry, place: number, at: number): Found {
  const { truths } = inquiry.encoded;
  const [truth, other] = [truths[place], truths[at]];
  if (truth === undefined || other === undefined) return { kind: 'none' };
  const isSo = ({ verdicts }: Inquiry['seen'][number]) => verdicts[place] === TRUE && verdicts[at] === TRUE;
  const known = alreadySeen(inquiry, isSo);
  return known === null
    ? inquire(inquiry, [truth.yes, other.yes], isSo)
    : { kind: 'found', witness: known, because: [] };
}

interface Pair {
  readonly other: AnalyzedRule;
  readonly found: Found;
}

function told(
  inquiry: Inquiry,
  rule: AnalyzedRule,
  pairs: readonly Pair[],
  level: RuleFinding['level'],
): RuleFinding[] {
  const base = { code: 'overlap', level } as const;
  const shown = pairs.flatMap(({ other, found }) =>
    found.kind === 'found' ? [{ other, witness: found.witness }] : [],
  );
  const unknown = pairs.flatMap(({ other, found }) =>
    found.kind === 'unknown' ? [{ other, reason: found.reason }] : [],
  );
  const findings: RuleFinding[] = [];
  const [first] = shown.toSorted((a, b) => a.witness.text.length - b.witness.text.length);
  if (first !== undefined) {
    const others = [first.other, ...shown.map(({ other }) => other).filter((other) => other !== first.other)];
    findings.push({
      ...base,
      answer: 'found',
      pointers: [rule.pointer, ...others.map(({ pointer }) => pointer)],
      sentence: sentenceOf(inquiry, { rule, others, level, witness: first.witness }),
      reason: null,
      witness: toldWitness(inquiry, first.witness),
    });
  }
  const [open] = unknown;
  if (open !== undefined) {
    const names = namesText(unknown.map(({ other }) => other.name));
    findings.push({
      ...base,
      answer: 'unknown',
      pointers: [rule.pointer, ...unknown.map(({ other }) => other.pointer)],
      sentence: `Whether ${names} and \`${rule.name}\` catch the same account is not known: ${open.reason}.`,
      reason: open.reason,
      witness: null,
    });
  }
  return findings;
}

function sentenceOf(
  { list }: Inquiry,
  told: { rule: AnalyzedRule; others: readonly AnalyzedRule[]; level: RuleFinding['level']; witness: Witness },
): string {
  const { rule, others, level, witness } = told;
  const names = namesText(others.map(({ name }) => name));
  const [hide, take] = others.length === 1 ? ['hides', 'comes'] : ['hide', 'come'];
  const example = `${accountText(witness)}, ${decidedText(list, decideList(list, witness.facts))}`;
  return level === 'warning'
    ? `${names} ${hide} \`${rule.name}\`, which is more severe: both catch ${example}.`
    : `${names} ${take} before \`${rule.name}\` where both catch an account, such as ${example}.`;
}
