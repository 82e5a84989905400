import { FALSE, TRUE } from '../../judge/verdict.ts';
import { alreadySeen, inquire, toldWitness } from './inquiry.ts';
import type { Inquiry } from './inquiry.ts';
import type { RuleFinding } from './rule-finding.ts';
import { accountText, decidedText } from './finding-text.ts';

/** Rules that decide on no account, whether their conditions never hold together or rules before them take all. */
export function findUnreachable(inquiry: Inquiry): RuleFinding[] {
  return inquiry.list.rules.flatMap((_, at) => findingAt(inquiry, at) ?? []);
}

function findingAt(inquiry: Inquiry, at: number): RuleFinding | null {
  const { list, encoded } = inquiry;
  const rule = list.rules[at];
  const hits = encoded.hits[at];
  if (rule === undefined || hits === undefined) return null;
  const found = inquire(inquiry, [hits], ({ decided, verdicts }) => decided.at === at && verdicts[at] === TRUE);
  if (found.kind === 'found') return null;
  const base = { code: 'unreachable_rule', level: 'warning', reason: null, witness: null } as const;
  const name = `\`${rule.name}\``;
  if (found.kind === 'unknown') {
    const sentence = `Whether ${name} ever decides is not known: ${found.reason}.`;
    return { ...base, answer: 'unknown', pointers: [rule.pointer], sentence, reason: found.reason };
  }
  const blur = blurAt(inquiry, at);
  if (blur !== null) {
    const sentence = `${name} never hits: all that it does is leave accounts unjudged, such as ${accountText(blur)}.`;
    return { ...base, answer: 'found', pointers: [rule.pointer], sentence, witness: toldWitness(inquiry, blur) };
  }
  const taken = takenFrom(inquiry, at);
  if (taken === null) {
    const sentence = `${name} never decides: its conditions never hold together.`;
    return { ...base, answer: 'found', pointers: [rule.pointer], sentence };
  }
  const by = list.rules[taken.decided.at];
  const told = `${accountText(taken.witness)}, ${decidedText(list, taken.decided)}`;
  return {
    ...base,
    answer: 'found',
    pointers: [rule.pointer, ...(by === undefined ? [] : [by.pointer])],
    sentence: `${name} never decides: a rule before it takes every account that it catches, such as ${told}.`,
    witness: toldWitness(inquiry, taken.witness),
  };
}

/** An account that the rule, reached, leaves unjudged. */
function blurAt(inquiry: Inquiry, at: number) {
  const blurs = inquiry.encoded.blurs[at];
  if (blurs === undefined) return null;
  const isSo = ({ decided, verdicts }: { decided: { at: number }; verdicts: readonly number[] }) =>
    decided.at === at && verdicts[at] !== TRUE && verdicts[at] !== FALSE;
  const found = inquire(inquiry, [blurs], isSo);
  return found.kind === 'found' ? found.witness : null;
}

/** An account that the rule would catch if it came first. */
function takenFrom(inquiry: Inquiry, at: number) {
  const truth = inquiry.encoded.truths[at];
  if (truth === undefined) return null;
  inquire(inquiry, [truth.yes], ({ verdicts }) => verdicts[at] === TRUE);
  const witness = alreadySeen(inquiry, ({ verdicts }) => verdicts[at] === TRUE);
  return inquiry.seen.find((one) => one.witness === witness) ?? null;
}
