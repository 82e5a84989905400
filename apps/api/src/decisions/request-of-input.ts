/** The lists and rows of a canonical input in which null stands for what was left out. */
const HAS_NULLS = new Set(['positions', 'openOrders', 'collateral', 'assets', 'contracts']);

/** What a decision read, as its canonical text has it. */
interface CanonicalInput {
  readonly account: { readonly zones: object | null; readonly ownerId: string | null } & Readonly<
    Record<string, unknown>
  >;
  readonly market: Readonly<Record<string, unknown>>;
}

/** The request that asks for a decision by what it read: every fact of it that the decision knew, and nothing else. */
export function requestOfInput(input: unknown): unknown {
  const { account, market } = input as CanonicalInput;
  const { zones, ownerId, ...rest } = account;
  return {
    account: {
      ...stated(rest),
      ...(ownerId === null ? {} : { ownerId }),
      // No state is another input than one without zones.
      ...(zones === null ? {} : { state: { zones } }),
    },
    market: stated(market),
  };
}

/** The request that asks for a plan by what it read: the account and its market, and what had been done before. */
export function planRequestOfInput(input: unknown): unknown {
  const { history } = input as { readonly history: Readonly<Record<string, { readonly startedAt: string | null }>> };
  const scopes = Object.entries(history).map(([key, { startedAt, ...rest }]) => [
    key,
    { ...rest, ...(startedAt === null ? {} : { startedAt }) },
  ]);
  return { ...(requestOfInput(input) as object), history: Object.fromEntries(scopes) as unknown };
}

function stated(part: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, HAS_NULLS.has(name) ? withoutNulls(value) : value]),
  );
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(entries.map(([name, each]) => [name, withoutNulls(each)]));
}
