/** The rules in the order they are tried (priority, then place in the list), each with its place. */
export function inOrder<Rule extends { readonly priority: number }>(
  rules: readonly Rule[],
): { rule: Rule; place: number }[] {
  return rules
    .map((rule, place) => ({ rule, place }))
    .toSorted((a, b) => b.rule.priority - a.rule.priority || a.place - b.place);
}
