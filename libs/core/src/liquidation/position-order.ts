import { compare, isPositive } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { PositionSide } from '../venue/index.ts';
import type { PositionKey } from './liquidation-rules.ts';

/** A leg as the order of positions looks at it; amounts in the pool's asset. */
export interface OrderedLeg {
  readonly contract: string;
  readonly side: PositionSide;
  readonly group: string;
  readonly unrealizedPnl: Decimal;
  /** What is shown on the leg; 0 where netting leaves nothing of it. */
  readonly maintenanceMargin: Decimal;
  /** Depth of its market, in the quote asset; null where not known. */
  readonly depth: Decimal | null;
}

/**
 * Sort comparator by the declared keys, then by contract and side. A leg that no margin is held for comes after all that
 * margin is held for, whatever the keys say: closing it would free nothing, and may take a hedge away.
 */
export function comparePositions(keys: readonly PositionKey[]): (a: OrderedLeg, b: OrderedLeg) => number {
  return (a, b) => {
    const isHeld = isPositive(a.maintenanceMargin);
    if (isHeld !== isPositive(b.maintenanceMargin)) return isHeld ? -1 : 1;
    for (const key of keys) {
      const order = byKey(key, a, b);
      if (order !== 0) return order;
    }
    if (a.contract !== b.contract) return a.contract < b.contract ? -1 : 1;
    return a.side < b.side ? -1 : a.side > b.side ? 1 : 0;
  };
}

function byKey(key: PositionKey, a: OrderedLeg, b: OrderedLeg): number {
  switch (key.by) {
    case 'contract-group':
      return placeOf(key.groups, a.group) - placeOf(key.groups, b.group);
    case 'largest-loss':
      return compare(a.unrealizedPnl, b.unrealizedPnl);
    case 'largest-maintenance-margin':
      return compare(b.maintenanceMargin, a.maintenanceMargin);
    case 'most-liquid':
      return byDepth(a.depth, b.depth);
  }
}

/** Groups that are not named come last. */
function placeOf(groups: readonly string[], group: string): number {
  const place = groups.indexOf(group);
  return place < 0 ? groups.length : place;
}

/** Markets whose depth is not known come last. */
function byDepth(a: Decimal | null, b: Decimal | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compare(b, a);
}
