import type { Decided, RuleList } from './rule-list.ts';
import type { Witness } from '../witness.ts';

/** `an account with equity 99, maintenance margin 100`, or `every account` where nothing sets it apart. */
export function accountText({ text }: Pick<Witness, 'text'>): string {
  return text === '' ? 'an account of whatever facts' : `an account with ${text}`;
}

/** `which \`margin-call\` puts into \`margin-call\``. */
export function decidedText({ rules, otherwise }: RuleList, { at, outcome }: Decided): string {
  const rule = rules[at];
  if (rule === undefined) return `which no rule catches, so that it is \`${otherwise.outcome}\``;
  return outcome === null
    ? `which \`${rule.name}\` leaves unjudged`
    : `which \`${rule.name}\` puts into \`${outcome}\``;
}

/** `\`a\``, `\`a\` and \`b\``, `\`a\`, \`b\` and 3 more`. */
export function namesText(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (quoted.length <= NAMES_MAX)
    return [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].filter(Boolean).join(' and ');
  return `${quoted.slice(0, NAMES_MAX).join(', ')} and ${String(quoted.length - NAMES_MAX)} more`;
}

/** More names than this are not read. */
const NAMES_MAX = 4;

/** What an outcome is called; null = the deciding rule is unknown. */
export function outcomeText(outcome: string | null): string {
  return outcome === null ? 'indeterminate' : `\`${outcome}\``;
}
