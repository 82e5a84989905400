import type { Transaction, UnitOfWork } from './unit-of-work.ts';

/** What work comes to that goes the whole way in a transaction, and of which nothing stays. */
export async function undone<Value>(work: UnitOfWork, make: (manager: Transaction) => Promise<Value>): Promise<Value> {
  // Of this call alone, so that what comes out of it is what its own work came to.
  const kept = Symbol('undone');
  try {
    return await work.run(async (manager) => {
      throw new Undone(kept, await make(manager));
    });
  } catch (error) {
    if (!(error instanceof Undone) || error.kept !== kept) throw error;
    return error.value as Value;
  }
}

/** Carries a value out of a transaction that it undoes. */
class Undone extends Error {
  readonly kept: symbol;
  readonly value: unknown;

  constructor(kept: symbol, value: unknown) {
    super('undone');
    this.kept = kept;
    this.value = value;
  }
}
