import { add, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Market } from '../venue/index.ts';
import { hardestHits } from './hardest-hit.ts';
import type { ShockImpact, ZoneCount, ZoneMove } from './impact.ts';
import { headroomLost, isLiquidatable, valued, zoneOf } from './scope-move.ts';
import type { ScopeMove } from './scope-move.ts';

/** Counts what happens to scopes at one shock; what it reports does not depend on the order in which they came. */
export interface ShockTally {
  readonly add: (move: ScopeMove, market: Market) => void;
  readonly report: () => Omit<ShockImpact, 'losses'>;
}

export function shockTally(shock: Decimal, valuationAsset: string): ShockTally {
  const moves = new Map<string, { from: string | null; to: string | null; accounts: number }>();
  const zones = new Map<string | null, { before: number; after: number }>();
  const hardest = hardestHits();
  const newly = { accounts: 0, notional: ZERO, notValued: 0 };
  let noLongerLiquidatable = 0;
  let newlyIndeterminate = 0;

  function addNewlyLiquidatable({ after }: ScopeMove, market: Market): void {
    newly.accounts += 1;
    const notional = after?.figures?.notional ?? null;
    const value = notional === null ? null : valued(notional, after?.pool.asset ?? '', valuationAsset, market);
    if (value === null) newly.notValued += 1;
    else newly.notional = add(newly.notional, value);
  }

  return {
    add: (move, market) => {
      const [from, to] = [zoneOf(move.before), zoneOf(move.after)];
      countZones(zones, from, to);
      if (from !== to) countMove(moves, from, to);
      const [was, is] = [isLiquidatable(move.before), isLiquidatable(move.after)];
      if (is && !was) addNewlyLiquidatable(move, market);
      if (was && !is) noLongerLiquidatable += 1;
      if (to === null && from !== null) newlyIndeterminate += 1;
      const lost = headroomLost(move);
      const asset = (move.after ?? move.before)?.pool.asset ?? valuationAsset;
      hardest.add({
        move,
        isNewlyLiquidatable: is && !was,
        lost: lost === null ? null : valued(lost, asset, valuationAsset, market),
      });
    },
    report: () => ({
      shock,
      zones: [...zones].map(([zone, counts]) => ({ zone, ...counts })).sort(byZone),
      zoneMoves: [...moves.values()].map((move) => ({ ...move })).sort(byZones),
      newlyLiquidatable: { ...newly },
      noLongerLiquidatable,
      newlyIndeterminate,
      hardestHit: hardest.rows(),
    }),
  };
}

function countZones(
  zones: Map<string | null, { before: number; after: number }>,
  from: string | null,
  to: string | null,
): void {
  for (const [zone, side] of [[from, 'before'] as const, [to, 'after'] as const]) {
    const known = zones.get(zone) ?? { before: 0, after: 0 };
    known[side] += 1;
    zones.set(zone, known);
  }
}

function countMove(
  moves: Map<string, { from: string | null; to: string | null; accounts: number }>,
  from: string | null,
  to: string | null,
): void {
  const key = JSON.stringify([from, to]);
  const known = moves.get(key);
  if (known === undefined) moves.set(key, { from, to, accounts: 1 });
  else known.accounts += 1;
}

/** What cannot be judged first, then by name. */
function byZone(a: ZoneCount, b: ZoneCount): number {
  return (a.zone ?? '') < (b.zone ?? '') ? -1 : 1;
}

/** The same by both zones. */
function byZones(a: ZoneMove, b: ZoneMove): number {
  const key = ({ from, to }: ZoneMove): string => `${from ?? ''} ${to ?? ''}`;
  return key(a) < key(b) ? -1 : 1;
}
