import type { ChangeActName, ChangePhaseName, ChangeResource } from '@backstop/contracts';

/** Acts that make sense where a change stands; any other would be refused, and saying so of each helps nobody. */
const BY_PHASE: Readonly<Record<ChangePhaseName, readonly ChangeActName[]>> = {
  draft: ['submit', 'edit', 'withdraw'],
  submitted: ['approve', 'reject', 'emergency', 'edit', 'submit', 'withdraw'],
  rejected: ['edit', 'withdraw'],
  withdrawn: [],
  cancelled: [],
  scheduled: ['confirm', 'cancel'],
  active: ['confirm'],
  superseded: [],
  expired: [],
};

/** What the service calls an act that no role of the person grants. */
const NOT_GRANTED = 'permission_denied';

type Act = ChangeResource['acts'][number];

/** What may be done about a change now, and what may not with the reason, in the order in which it is offered. */
export function actPlan({ phase, acts, emergency }: Pick<ChangeResource, 'phase' | 'acts' | 'emergency'>): {
  readonly offered: readonly ChangeActName[];
  /** What something other than missing rights stands in the way of. */
  readonly refused: readonly Act[];
  /** What the person's roles do not grant at all. */
  readonly notGranted: readonly ChangeActName[];
} {
  const isAsked = (name: ChangeActName): boolean =>
    name !== 'confirm' || (emergency !== null && emergency.confirmed === null);
  const fitting = BY_PHASE[phase]
    .filter(isAsked)
    .map((name) => acts.find(({ act }) => act === name))
    .filter((act) => act !== undefined);
  return {
    offered: fitting.filter(({ allowed }) => allowed).map(({ act }) => act),
    refused: fitting.filter(({ allowed, code }) => !allowed && code !== NOT_GRANTED),
    notGranted: fitting.filter(({ allowed, code }) => !allowed && code === NOT_GRANTED).map(({ act }) => act),
  };
}
