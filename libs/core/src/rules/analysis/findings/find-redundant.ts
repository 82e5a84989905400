import { tailComesTo } from '../space/encoded-list.ts';
import { alreadySeen, inquire, toldWitness } from './inquiry.ts';
import type { Inquiry } from './inquiry.ts';
import { decideList } from './rule-list.ts';
import type { RuleFinding } from './rule-finding.ts';
import { allOf, anyOf } from '../search/gates.ts';

/** Rules without which every account comes to the same; rules that never decide are told elsewhere. */
export function findRedundant(inquiry: Inquiry, unreachable: ReadonlySet<string>): RuleFinding[] {
  return inquiry.list.rules.flatMap(({ pointer }, at) =>
    unreachable.has(pointer) ? [] : (findingAt(inquiry, at) ?? []),
  );
}

function findingAt(inquiry: Inquiry, at: number): RuleFinding | null {
  const { list, space, encoded } = inquiry;
  const rule = list.rules[at];
  const [hits, blurs] = [encoded.hits[at], encoded.blurs[at]];
  if (rule === undefined || hits === undefined || blurs === undefined) return null;
  const { gates } = space;
  const sameAfter = (outcome: string | null) => tailComesTo(space, encoded, list, at + 1, outcome);
  const matters = anyOf(gates, [
    allOf(gates, [hits, sameAfter(rule.outcome) ^ 1]),
    allOf(gates, [blurs, sameAfter(null) ^ 1]),
  ]);
  const without = { ...list, rules: list.rules.filter((one) => one !== rule) };
  const isSo = ({ witness: { facts }, decided }: Inquiry['seen'][number]) =>
    decideList(without, facts).outcome !== decided.outcome;
  if (alreadySeen(inquiry, isSo) !== null) return null;
  const found = inquire(inquiry, [matters], isSo);
  if (found.kind === 'found') return null;
  const base = { code: 'redundant_rule', level: 'information', pointers: [rule.pointer] } as const;
  if (found.kind === 'unknown') {
    const sentence = `Whether \`${rule.name}\` changes anything is not known: ${found.reason}.`;
    return { ...base, answer: 'unknown', sentence, reason: found.reason, witness: null };
  }
  const caught = alreadySeen(inquiry, ({ decided }) => decided.at === at);
  const sentence = `\`${rule.name}\` changes nothing: without it every account comes to the same zone.`;
  return {
    ...base,
    answer: 'found',
    sentence,
    reason: null,
    witness: caught === null ? null : toldWitness(inquiry, caught),
  };
}
