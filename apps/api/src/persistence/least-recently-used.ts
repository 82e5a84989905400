/** Remembers up to `max` values by key; the one that was asked for longest ago goes first. */
export function leastRecentlyUsed<Value>(max: number): (key: string | number, make: () => Value) => Value {
  const known = new Map<string | number, { readonly value: Value }>();
  let latest: { readonly key: string | number; readonly value: Value } | null = null;
  return (key, make) => {
    // Nearly every question is the one before it.
    if (latest?.key === key) return latest.value;
    const found = known.get(key) ?? { value: make() };
    // A map keeps the order of insertion, so moving to the end is what marks the use.
    known.delete(key);
    known.set(key, found);
    const [oldest] = known.keys();
    if (known.size > max && oldest !== undefined) known.delete(oldest);
    latest = { key, value: found.value };
    return found.value;
  };
}
