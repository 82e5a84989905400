import { EFFECTS } from '@backstop/core/policy';
import type { Replayed } from './replay.ts';
import { stopText } from './stops-of.ts';
import type { TrueJudgement } from './true-history.ts';

/** What a replay came to, as text for whoever started it. */
export function reportTable({ outcomes, days, audit }: Replayed, seconds: number): string {
  const stopped = outcomes.filter(({ effectiveFrom }) => effectiveFrom === null);
  const count = (kind: string): number => outcomes.filter(({ row }) => row.kind === kind).length;
  const approvals = outcomes.reduce((sum, each) => sum + each.approvals, 0);
  const leaps = outcomes.filter(({ requirement }) => requirement.reasons.some((reason) => reason.includes(LEAP)));
  const lines: Line[] = [
    ['rows', outcomes.length, `${String(days.length)} days`],
    ['  contracts listed', count('listed')],
    ['  ladders changed', count('changed')],
    ['  contracts delisted', count('delisted')],
    ['brought into force', outcomes.length - stopped.length, `${String(approvals)} approvals`],
    ['stopped by the guardrail', stopped.length],
    ...tally(stopped.flatMap(({ stops }) => stops.map(stopText))),
    ['of more than a factor of magnitude (one more approver)', leaps.length],
    ['what they do, against what was in force here', ''],
    ...byEffect(outcomes.map(({ effect, stops }) => ({ effect, stops }))),
    ['what they did, against the ladder that the venue had', ''],
    ...byEffect(outcomes.map(({ truly }) => truly)),
    ['stopped if each were judged so', outcomes.filter(({ truly }) => truly.stops.length > 0).length],
    ...tally(outcomes.flatMap(({ truly }) => truly.stops.map(stopText))),
    [`audit chain ${audit.isValid ? 'holds' : 'IS BROKEN'}`, audit.entries, 'entries'],
    ['seconds', seconds.toFixed(1), `${((seconds * 1000) / Math.max(1, outcomes.length)).toFixed(0)} ms a row`],
  ];
  return lines.map(lineText).join('\n');
}

/** What it is, how many, and what there is to say of it. */
type Line = readonly [string, number | string, string?];

/** The words in which a requirement says that a parameter moved by more than the guardrail's magnitude. */
const LEAP = 'changes by more than a factor of';

function tally(words: readonly string[]): Line[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word, count]) => [`    ${word}`, count]);
}

function byEffect(judgements: readonly TrueJudgement[]): Line[] {
  return EFFECTS.map((effect) => {
    const of = judgements.filter((each) => each.effect === effect);
    const stopped = of.filter(({ stops }) => stops.length > 0).length;
    return [`  ${effect}`, of.length, `${String(stopped)} stopped`];
  });
}

function lineText([what, count, note = '']: Line): string {
  return `${what.padEnd(68)}${String(count).padStart(7)}${note === '' ? '' : `   ${note}`}`;
}
