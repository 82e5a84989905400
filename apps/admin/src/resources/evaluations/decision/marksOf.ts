/** Mark prices of a request, by contract; what is not one is left out. */
export function marksOf(request: unknown): ReadonlyMap<string, string> {
  const contracts = at(at(request, 'market'), 'contracts');
  if (typeof contracts !== 'object' || contracts === null) return new Map();
  return new Map(
    Object.entries(contracts).flatMap(([contract, row]: [string, unknown]) => {
      const markPrice = at(row, 'markPrice');
      return typeof markPrice === 'string' ? [[contract, markPrice] as const] : [];
    }),
  );
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
