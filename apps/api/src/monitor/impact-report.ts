import type { ImpactReport } from '@backstop/contracts';
import { formatDecimal, formatDecimalOrNull } from '@backstop/core/num';
import type { HardestHit, Impact, LossRow, ShockImpact } from '@backstop/core/simulation';
import { formatInstant } from '@backstop/core/venue';
import type { StoredSnapshot } from './stored-snapshot.ts';

type LossReportRow = NonNullable<ImpactReport['shocks'][number]['losses']>['before'][number];

/** The book that an impact is on, as the wire tells it. */
export function impactBook({ id, hash, asOf, accounts }: StoredSnapshot): ImpactReport['snapshot'] {
  return { id, hash, asOf: formatInstant(asOf), accounts };
}

/** An impact as the wire tells it, but for the book that it is on. */
export function impactFigures(impact: Impact): Omit<ImpactReport, 'snapshot'> {
  return {
    judged: impact.judged,
    notJudged: impact.notJudged.map((row) => ({ ...row })),
    shocks: impact.shocks.map(shockReport),
  };
}

function shockReport({
  shock,
  newlyLiquidatable,
  zones,
  zoneMoves,
  hardestHit,
  losses,
  ...counts
}: ShockImpact): ImpactReport['shocks'][number] {
  return {
    shock: formatDecimal(shock),
    ...counts,
    zones: zones.map((zone) => ({ ...zone })),
    zoneMoves: zoneMoves.map((move) => ({ ...move })),
    newlyLiquidatable: { ...newlyLiquidatable, notional: formatDecimal(newlyLiquidatable.notional) },
    hardestHit: hardestHit.map(hitReport),
    losses: { before: losses.before.map(lossReport), after: losses.after.map(lossReport) },
  };
}

function lossReport({ asset, accounts, sharers, ...amounts }: LossRow): LossReportRow {
  return {
    ...{ asset, accounts, sharers },
    deficit: formatDecimal(amounts.deficit),
    owed: formatDecimal(amounts.owed),
    notAsked: formatDecimal(amounts.notAsked),
    borneByAccount: formatDecimal(amounts.borneByAccount),
    fundDrawn: formatDecimal(amounts.fundDrawn),
    treasuryDrawn: formatDecimal(amounts.treasuryDrawn),
    socialized: formatDecimal(amounts.socialized),
    uncovered: formatDecimal(amounts.uncovered),
  };
}

function hitReport(hit: HardestHit): ImpactReport['shocks'][number]['hardestHit'][number] {
  return {
    ...hit,
    marginRatioBefore: formatDecimalOrNull(hit.marginRatioBefore),
    marginRatioAfter: formatDecimalOrNull(hit.marginRatioAfter),
    maintenanceMarginBefore: formatDecimalOrNull(hit.maintenanceMarginBefore),
    maintenanceMarginAfter: formatDecimalOrNull(hit.maintenanceMarginAfter),
  };
}
