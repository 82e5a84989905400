/** Remembers the outcome of up to `max` pieces of work, from their start on; the oldest goes first, and a failure at once. */
export function rememberedWork<Value>(max: number): (key: string, make: () => Promise<Value>) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    known.set(key, made);
    made.catch(() => known.delete(key));
    const [oldest] = known.keys();
    if (known.size > max && oldest !== undefined) known.delete(oldest);
    return made;
  };
}
