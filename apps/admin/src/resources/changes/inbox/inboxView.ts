import { EFFECTS } from '@backstop/core/policy';
import type { ChangeSummary } from '@backstop/contracts';

/** Orders of what waits, the one that nobody has to choose first. */
export const ORDERS = ['urgent', 'oldest', 'newest', 'starts'] as const;

export type InboxOrder = (typeof ORDERS)[number];

/** What the inbox is narrowed by and in which order; each is a part of the address. */
export interface InboxView {
  readonly q: string;
  /** Empty = any. */
  readonly effect: string;
  /** Whether only what somebody asked of this person is wanted. */
  readonly asked: boolean;
  readonly order: InboxOrder;
}

/** The view that an address names; what it misspells is left out. */
export function viewOf(get: (name: string) => string | null): InboxView {
  const order = ORDERS.find((one) => one === get('order')) ?? 'urgent';
  const effect = EFFECTS.find((one) => one === get('effect')) ?? '';
  return { q: get('q') ?? '', effect, asked: get('asked') === 'me', order };
}

/** Whether it leaves anything out. */
export function isNarrowed({ q, effect, asked }: InboxView): boolean {
  return q.trim() !== '' || effect !== '' || asked;
}

/** What is left of what waits for somebody. */
export function matching(
  changes: readonly ChangeSummary[],
  { q, effect, asked }: InboxView,
  me: string | null,
): readonly ChangeSummary[] {
  const sought = q.trim().toLowerCase();
  return changes.filter(
    (change) =>
      (effect === '' || change.effect === effect) &&
      (!asked || (me !== null && change.requestedApprovers.includes(me))) &&
      [change.reason, ...change.policies].some((text) => text.toLowerCase().includes(sought)),
  );
}

/** How close a deadline must be to come before what is graver, in milliseconds. */
const CLOSE = 86_400_000;

/**
 * Compares what waits in an order. The most pressing is what must be approved within a day, the soonest first; then what can do
 * most to open accounts; then what has waited longest.
 */
export function inOrder(order: InboxOrder, now: number): (a: ChangeSummary, b: ChangeSummary) => number {
  switch (order) {
    case 'oldest':
      return (a, b) => since(a) - since(b);
    case 'newest':
      return (a, b) => since(b) - since(a);
    case 'starts':
      return (a, b) => ascending(start(a), start(b)) || since(a) - since(b);
    case 'urgent':
      return (a, b) => ascending(deadline(a, now), deadline(b, now)) || gravity(a) - gravity(b) || since(a) - since(b);
  }
}

/** Since when it waits. */
export function waitsSince({ submittedAt, updatedAt }: ChangeSummary): string {
  return submittedAt ?? updatedAt;
}

function since(change: ChangeSummary): number {
  return Date.parse(waitsSince(change));
}

/** What nobody wished an instant for begins once its notice has passed: after what has one. */
function start({ effectiveFrom }: ChangeSummary): number {
  return effectiveFrom === null ? Infinity : Date.parse(effectiveFrom);
}

function deadline({ approveBy }: ChangeSummary, now: number): number {
  const by = approveBy === null ? Infinity : Date.parse(approveBy);
  return by - now < CLOSE ? by : Infinity;
}

/** The worst first; what has no effect yet last. */
function gravity({ effect }: ChangeSummary): number {
  return effect === null ? EFFECTS.length : EFFECTS.indexOf(effect);
}

/** Of two that are never reached neither comes first. */
function ascending(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
