/** Answers that are known for a moment, so that asking costs nothing while they are fresh. */
export interface FreshCache<Value> {
  /** What is known about a key; undefined where it must be asked. */
  readonly known: (key: string) => Value | undefined;
  /** Asks, once for all who ask at the same time. */
  readonly ask: (key: string) => Promise<Value>;
  /** What was asked before counts no longer. */
  readonly forget: () => void;
}

interface Entry<Value> {
  readonly value: Value;
  /** When it was asked, by the steady clock: what changed since then is not in it. */
  readonly askedAt: number;
}

/** Asked again in the background from this age on, in milliseconds. */
const FRESH_MS = 1000;

/** Not used beyond this age: what was revoked is known everywhere within two seconds. */
const KEPT_MS = 1800;

const ENTRIES_MAX = 10_000;

/** Remembers what `load` says; `onError` is told where it fails in the background. */
export function freshCache<Value>(
  load: (key: string) => Promise<Value>,
  onError: (error: unknown) => void,
): FreshCache<Value> {
  const entries = new Map<string, Entry<Value>>();
  const asking = new Map<string, Promise<Value>>();
  let epoch = 0;

  const askOnce = async (key: string): Promise<Value> => {
    for (;;) {
      const [begun, askedAt] = [epoch, performance.now()];
      const value = await load(key);
      // What was forgotten meanwhile may have been read before it changed.
      if (begun !== epoch) continue;
      entries.delete(key);
      entries.set(key, { value, askedAt });
      const [oldest] = entries.keys();
      if (entries.size > ENTRIES_MAX && oldest !== undefined) entries.delete(oldest);
      return value;
    }
  };
  const ask = (key: string): Promise<Value> => {
    const running = asking.get(key);
    if (running !== undefined) return running;
    const asked = askOnce(key).finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked;
  };
  return {
    known: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      const age = performance.now() - entry.askedAt;
      if (age > KEPT_MS) {
        entries.delete(key);
        return undefined;
      }
      if (age > FRESH_MS && !asking.has(key)) ask(key).catch(onError);
      return entry.value;
    },
    ask,
    forget: () => {
      epoch += 1;
      entries.clear();
    },
  };
}
