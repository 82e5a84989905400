import { byPriority, rawPriority, rawText, type RawRow } from './rawRows.ts';

/** Rules in the order in which they are tried, one of them at another place of it: it takes the priority that holds there. */
export function movedRule(rules: readonly RawRow[], from: number, to: number): readonly RawRow[] {
  const [rule, there] = [rules[from], rules[to]];
  if (rule === undefined || there === undefined || from === to) return rules;
  const rest = rules.filter((_, at) => at !== from);
  const moved = rawPriority(rule) === rawPriority(there) ? rule : { ...rule, priority: rawPriority(there) };
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** Rules in the order in which they are tried. */
export function triedInOrder(rules: readonly RawRow[]): readonly RawRow[] {
  return rules.toSorted(byPriority);
}

/** Rules with a copy of one of them behind it, under a name that none has. */
export function withCopy(rules: readonly RawRow[], at: number): readonly RawRow[] {
  const rule = rules[at];
  if (rule === undefined) return rules;
  const copy = { ...rule, name: freeName(rawText(rule, 'name'), rules) };
  return [...rules.slice(0, at + 1), copy, ...rules.slice(at + 1)];
}

/** Rules with one more, tried last: it asks for what is to be replaced. */
export function withNewRule(rules: readonly RawRow[]): readonly RawRow[] {
  const name = freeName('rule', rules);
  const conditions = { all: [{ fact: 'marginRatio', operator: 'lessThan', value: '1' }] };
  const last = rules.at(-1);
  const priority = last === undefined || rawPriority(last) === 1 ? {} : { priority: rawPriority(last) };
  return [...rules, { name, ...priority, conditions, event: { type: 'warning', params: { actions: [] } } }];
}

/** A name that none of the rows has: `margin-call-2`. */
export function freeName(name: string, rows: readonly RawRow[]): string {
  const taken = new Set(rows.map((row) => rawText(row, 'name')));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}-${String(number)}`)) number += 1;
  return `${name}-${String(number)}`;
}
