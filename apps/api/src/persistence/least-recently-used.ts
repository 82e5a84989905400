/** Remembers up to `max` values by key; the one that was asked for longest ago goes first. */
export function leastRecentlyUsed<Value>(max: number): (key: string | number, make: () => Value) => Value {
  const known = new Map<string | number, Value>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) {
      // A map keeps the order of insertion, so moving to the end is what marks the use.
      known.delete(key);
      known.set(key, found);
      return found;
    }
    const made = make();
    known.set(key, made);
    const [oldest] = known.keys();
    if (known.size > max && oldest !== undefined) known.delete(oldest);
    return made;
  };
}
