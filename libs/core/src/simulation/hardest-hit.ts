import { compare, isPositive, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { HardestHit } from './impact.ts';
import { marginRatioOf, zoneOf } from './scope-move.ts';
import type { ScopeMove } from './scope-move.ts';

const ROWS_MAX = 10;

/** How hard a scope is hit: what is put in order. */
interface Ranked {
  readonly move: ScopeMove;
  readonly isNewlyLiquidatable: boolean;
  /** In the valuation asset; null where it is not known, which counts as the least. */
  readonly lost: Decimal | null;
}

/** Keeps the ten that are hit hardest, in whatever order they come. */
export interface HardestHits {
  readonly add: (ranked: Ranked) => void;
  readonly rows: () => HardestHit[];
}

export function hardestHits(): HardestHits {
  let kept: Ranked[] = [];
  return {
    add: (ranked) => {
      if (!ranked.isNewlyLiquidatable && (ranked.lost === null || !isPositive(ranked.lost))) return;
      const last = kept[ROWS_MAX - 1];
      if (last !== undefined && byHardness(ranked, last) > 0) return;
      kept = [...kept, ranked].toSorted(byHardness).slice(0, ROWS_MAX);
    },
    rows: () => kept.map(({ move }) => rowOf(move)),
  };
}

function byHardness(a: Ranked, b: Ranked): number {
  if (a.isNewlyLiquidatable !== b.isNewlyLiquidatable) return a.isNewlyLiquidatable ? -1 : 1;
  const byLoss = compare(b.lost ?? ZERO, a.lost ?? ZERO);
  return byLoss || byText(a.move.account, b.move.account) || byText(a.move.key, b.move.key);
}

/** In code units: the same everywhere. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rowOf({ account, key, before, after }: ScopeMove): HardestHit {
  return {
    account,
    scope: key,
    zoneBefore: zoneOf(before),
    zoneAfter: zoneOf(after),
    marginRatioBefore: marginRatioOf(before),
    marginRatioAfter: marginRatioOf(after),
    maintenanceMarginBefore: before?.figures?.maintenanceMargin ?? null,
    maintenanceMarginAfter: after?.figures?.maintenanceMargin ?? null,
  };
}
