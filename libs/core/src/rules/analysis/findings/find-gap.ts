import { accountText } from './finding-text.ts';
import { inquire, toldWitness } from './inquiry.ts';
import type { Inquiry } from './inquiry.ts';
import type { RuleFinding } from './rule-finding.ts';

/** Whether there are accounts that no rule catches: they come to what is built in. */
export function findGap(inquiry: Inquiry): RuleFinding[] {
  const { list, encoded } = inquiry;
  const none = encoded.before.at(-1);
  if (none === undefined) return [];
  const found = inquire(inquiry, [none], ({ decided }) => decided.at === list.rules.length);
  const base = { code: 'gap', level: 'information', pointers: ['/rules'] } as const;
  if (found.kind === 'none') return [];
  if (found.kind === 'unknown') {
    const sentence = `Whether there are accounts that no rule catches is not known: ${found.reason}.`;
    return [{ ...base, answer: 'unknown', sentence, reason: found.reason, witness: null }];
  }
  const { witness } = found;
  const sentence = `No rule catches ${accountText(witness)}, so that it is \`${list.otherwise.outcome}\`.`;
  return [{ ...base, answer: 'found', sentence, reason: null, witness: toldWitness(inquiry, witness) }];
}
