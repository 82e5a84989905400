import { equals, formatDecimal, greaterThan, isZero, lessThan } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { Problem } from '../../problem/index.ts';
import { continuousDeductions } from '../../margin/index.ts';
import { initialMarginProblems } from './check-initial-margin.ts';
import { statedLadder } from './stated-ladder.ts';
import type { StatedLadder, StatedTier } from './stated-ladder.ts';
import type { StepDocument } from './schema.ts';

/** The problems of a step ladder, tier by tier. A duplicated floor or a cap below its floor is not reported as an overlap too. */
export function checkTiers(document: StepDocument): Problem[] {
  const ladder = statedLadder(document);
  const problems = ladder.tiers.flatMap((tier, index) => [
    ...floorProblems(ladder, tier, index),
    ...capProblems(ladder, tier, index),
    ...rateProblems(ladder, tier, index),
    ...initialMarginProblems(`/tiers/${index}`, `tier ${index + 1}`, tier),
    ...fallingInitialMarginProblems(ladder, tier, index),
  ]);
  return [...problems, ...deductionProblems(document, ladder)];
}

function floorProblems(ladder: StatedLadder, tier: StatedTier, index: number): Problem[] {
  const path = `/tiers/${index}/${ladder.floorField}`;
  const floor = formatDecimal(tier.floor);
  const before = ladder.tiers[index - 1];
  if (before === undefined) {
    if (isZero(tier.floor)) return [];
    const message = `the first tier begins at \`${floor}\`: nothing covers the ${ladder.basis} below it`;
    return [{ code: 'first_floor_not_zero', path, message, suggestion: '0' }];
  }
  if (equals(before.floor, tier.floor)) {
    const message = `tiers ${index} and ${index + 1} both begin at \`${floor}\``;
    return [
      { code: 'tier_floor_duplicated', path, message, suggestion: 'let each tier begin where the one before it ends' },
    ];
  }
  if (before.cap === null || !greaterThan(before.cap, before.floor) || equals(before.cap, tier.floor)) return [];
  const cap = formatDecimal(before.cap);
  const borders = `tier ${index} ends at \`${cap}\`, but tier ${index + 1} begins at \`${floor}\``;
  return lessThan(before.cap, tier.floor)
    ? [
        {
          code: 'tier_gap',
          path,
          message: `${borders}: nothing covers the ${ladder.basis} between them`,
          suggestion: cap,
        },
      ]
    : [{ code: 'tier_overlap', path, message: `${borders}: two tiers cover what lies between them`, suggestion: cap }];
}

function capProblems(ladder: StatedLadder, tier: StatedTier, index: number): Problem[] {
  const path = `/tiers/${index}/${ladder.capField}`;
  const after = ladder.tiers[index + 1];
  if (tier.cap === null) {
    if (after === undefined) return [];
    const message = `tier ${index + 1} has no cap, but it is not the last: only the last tier may be unbounded`;
    return [{ code: 'tier_cap_missing', path, message, suggestion: formatDecimal(after.floor) }];
  }
  if (greaterThan(tier.cap, tier.floor)) return [];
  const message = `tier ${index + 1} ends at \`${formatDecimal(tier.cap)}\`, not above its floor \`${formatDecimal(tier.floor)}\``;
  const right = after !== undefined && greaterThan(after.floor, tier.floor) ? formatDecimal(after.floor) : null;
  return [
    {
      code: 'tier_cap_not_above_floor',
      path,
      message,
      suggestion: right ?? 'a cap above the floor, or null for unbounded',
    },
  ];
}

function rateProblems(ladder: StatedLadder, tier: StatedTier, index: number): Problem[] {
  const before = ladder.tiers[index - 1];
  if (before === undefined || !lessThan(tier.maintenanceMarginRate, before.maintenanceMarginRate)) return [];
  const rateBefore = formatDecimal(before.maintenanceMarginRate);
  const message = `the maintenance margin rate falls from \`${rateBefore}\` to \`${formatDecimal(tier.maintenanceMarginRate)}\` in tier ${index + 1}`;
  const path = `/tiers/${index}/maintenanceMarginRate`;
  return [{ code: 'maintenance_margin_rate_falls', path, message, suggestion: `at least ${rateBefore}` }];
}

/** Leverage never rises and a stated initial rate never falls, each against the last tier that states one. */
function fallingInitialMarginProblems(ladder: StatedLadder, tier: StatedTier, index: number): Problem[] {
  const problems: Problem[] = [];
  const before = ladder.tiers.slice(0, index);
  const leverageBefore = before.findLast((other) => other.leverageMax !== null)?.leverageMax ?? null;
  if (tier.leverageMax !== null && leverageBefore !== null && greaterThan(tier.leverageMax, leverageBefore)) {
    const limit = formatDecimal(leverageBefore);
    const message = `the largest leverage rises from \`${limit}\` to \`${formatDecimal(tier.leverageMax)}\` in tier ${index + 1}`;
    problems.push({
      code: 'leverage_max_rises',
      path: `/tiers/${index}/leverageMax`,
      message,
      suggestion: `at most ${limit}`,
    });
  }
  const rateBefore = before.findLast((other) => other.initialMarginRate !== null)?.initialMarginRate ?? null;
  if (tier.initialMarginRate !== null && rateBefore !== null && lessThan(tier.initialMarginRate, rateBefore)) {
    const limit = formatDecimal(rateBefore);
    const message = `the initial margin rate falls from \`${limit}\` to \`${formatDecimal(tier.initialMarginRate)}\` in tier ${index + 1}`;
    const path = `/tiers/${index}/initialMarginRate`;
    problems.push({ code: 'initial_margin_rate_falls', path, message, suggestion: `at least ${limit}` });
  }
  return problems;
}

/**
 * A stated deduction must be what the ladder gives. It follows from every floor and rate up to its tier, so from the
 * first tier on whose floor or rate is itself wrong nothing is said: the author would be told to repeat the mistake.
 */
function deductionProblems(document: StepDocument, ladder: StatedLadder): Problem[] {
  if (document.deduction === 'none') return ladder.tiers.flatMap(unusedDeductionProblems);
  const derived = continuousDeductions(ladder.tiers.map(({ floor, maintenanceMarginRate: rate }) => ({ floor, rate })));
  const firstWrong = ladder.tiers.findIndex((tier, index) => isMisplaced(ladder, tier, index));
  const trusted = firstWrong < 0 ? ladder.tiers : ladder.tiers.slice(0, firstWrong);
  return trusted.flatMap((tier, index) => brokenDeductionProblems(ladder, tier, derived[index] as Decimal, index));
}

function isMisplaced(ladder: StatedLadder, tier: StatedTier, index: number): boolean {
  return floorProblems(ladder, tier, index).length > 0 || rateProblems(ladder, tier, index).length > 0;
}

function brokenDeductionProblems(ladder: StatedLadder, tier: StatedTier, derived: Decimal, index: number): Problem[] {
  if (tier.maintenanceDeduction === null || equals(tier.maintenanceDeduction, derived)) return [];
  const right = formatDecimal(derived);
  const stated = formatDecimal(tier.maintenanceDeduction);
  const message =
    `tier ${index + 1} states the maintenance deduction \`${stated}\`, but floors and rates give \`${right}\`: ` +
    `the margin would jump at the ${ladder.basis} \`${formatDecimal(tier.floor)}\``;
  const path = `/tiers/${index}/maintenanceDeduction`;
  return [{ code: 'maintenance_deduction_broken', path, message, suggestion: right }];
}

function unusedDeductionProblems(tier: StatedTier, index: number): Problem[] {
  if (tier.maintenanceDeduction === null || isZero(tier.maintenanceDeduction)) return [];
  const message =
    `tier ${index + 1} states the maintenance deduction \`${formatDecimal(tier.maintenanceDeduction)}\`, ` +
    'but `deduction` is `none`: it would never be applied';
  const path = `/tiers/${index}/maintenanceDeduction`;
  return [
    {
      code: 'maintenance_deduction_not_applied',
      path,
      message,
      suggestion: 'null, or let `deduction` be `continuous`',
    },
  ];
}
