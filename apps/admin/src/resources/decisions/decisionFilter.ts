import type { DecisionFilter } from '../../providers/decisionApi.ts';

/** What can be sought, as the address has it: days as 2026-11-23, a policy with its version as `margin-tiers.BTCUSDT@3`. */
export const FILTER_NAMES = [
  ...(['type', 'outcome', 'account', 'contract', 'zone'] as const),
  ...(['decision', 'policy', 'policySet', 'from', 'to'] as const),
] as const;

export type FilterName = (typeof FILTER_NAMES)[number];

/** By name; '' = whatever it is. */
export type Sought = Readonly<Record<FilterName, string>>;

export function soughtOf(get: (name: string) => string | null): Sought {
  return Object.fromEntries(FILTER_NAMES.map((name) => [name, get(name) ?? ''])) as Record<FilterName, string>;
}

/** What is sought by the names of the API: a last day counts whole. */
export function filterOf({ policy, from, to, ...rest }: Sought): DecisionFilter {
  const [name = '', version] = policy.split('@');
  return {
    ...rest,
    ...(name === '' ? {} : { policy: name, version }),
    ...(from === '' ? {} : { from: `${from}T00:00:00Z` }),
    ...(to === '' ? {} : { to: dayAfter(to) }),
  };
}

const DAY_MS = 86_400_000;

function dayAfter(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  // What is no day is for the service to refuse.
  return Number.isNaN(at) ? day : new Date(at + DAY_MS).toISOString();
}
