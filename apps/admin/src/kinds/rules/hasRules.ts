/** Whether a document is a list of rules with conditions, whatever its kind. */
export function hasRules(document: Readonly<Record<string, unknown>>): boolean {
  const rules = document['rules'];
  return (
    Array.isArray(rules) && rules.some((rule) => typeof rule === 'object' && rule !== null && 'conditions' in rule)
  );
}
