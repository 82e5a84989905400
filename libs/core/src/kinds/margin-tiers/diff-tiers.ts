import { compare, formatDecimal, maximum, minimum } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { worstEffect } from '../../policy/index.ts';
import type { Difference, Effect } from '../../policy/index.ts';
import { changeSentence } from './change-sentence.ts';
import { compareInitial, effectOfMove, marginCurve, marginMove } from './margin-move.ts';
import type { MarginCurve } from './margin-move.ts';
import type { StepDocument } from './schema.ts';
import { statedLadder } from './stated-ladder.ts';
import type { StatedLadder, StatedTier } from './stated-ladder.ts';

interface Sides {
  readonly ladder: StatedLadder;
  readonly before: MarginCurve;
  readonly after: MarginCurve;
}

interface FieldOfTier {
  readonly name: string;
  /** How sentences call it. */
  readonly words: string;
  readonly value: (tier: StatedTier) => Decimal | null;
}

/** The differences of the tiers of two step documents of one basis, by floor, ascending. */
export function diffTiers(before: StepDocument, after: StepDocument): Difference[] {
  const sides = { ladder: statedLadder(after), before: marginCurve(before), after: marginCurve(after) };
  const removedOrKept = sides.before.tiers.map((tier) => ({
    floor: tier.floor,
    before: tier,
    after: tierFrom(sides.after, tier.floor),
  }));
  const added = sides.after.tiers
    .filter((tier) => tierFrom(sides.before, tier.floor) === null)
    .map((tier) => ({ floor: tier.floor, before: null, after: tier }));
  return [...removedOrKept, ...added]
    .toSorted((a, b) => compare(a.floor, b.floor))
    .flatMap((row) =>
      row.before !== null && row.after !== null
        ? diffTier(sides, row.before, row.after)
        : [wholeTier(sides, row.floor, row.before, row.after)],
    );
}

function tierFrom(curve: MarginCurve, floor: Decimal): StatedTier | null {
  return curve.tiers.find((tier) => compare(tier.floor, floor) === 0) ?? null;
}

function diffTier(sides: Sides, before: StatedTier, after: StatedTier): Difference[] {
  const floor = formatDecimal(before.floor);
  return fieldsOfTier(sides.ladder).flatMap(({ name, words, value }) => {
    const from = value(before);
    const to = value(after);
    const texts = { before: from && formatDecimal(from), after: to && formatDecimal(to) };
    if (texts.before === texts.after) return [];
    return [
      {
        path: `${pointer(sides.ladder, floor)}/${name}`,
        ...texts,
        effect: fieldEffect(sides, name, before, after),
        sentence: changeSentence(`The ${words} of the tier from ${floor}`, texts.before, texts.after),
      },
    ];
  });
}

function wholeTier(sides: Sides, at: Decimal, before: StatedTier | null, after: StatedTier | null): Difference {
  const floor = formatDecimal(at);
  const tier = (before ?? after) as StatedTier;
  const end = tier.cap === null ? 'without end' : `up to ${formatDecimal(tier.cap)}`;
  return {
    path: pointer(sides.ladder, floor),
    before: before && tierText(sides.ladder, before),
    after: after && tierText(sides.ladder, after),
    effect: worstEffect([moveEffect(sides, at, reach(sides, tier)), lastCapEffect(sides, before, after)]),
    sentence: `The tier from ${floor} ${end} is ${before === null ? 'new' : 'removed'}.`,
  };
}

function fieldEffect(sides: Sides, name: string, before: StatedTier, after: StatedTier): Effect {
  const [lower, higher] = rangeBetween(reach(sides, before), reach(sides, after));
  if (name === sides.ladder.capField) {
    return worstEffect([moveEffect(sides, lower, higher), lastCapEffect(sides, before, after)]);
  }
  if (name === 'leverageMax' || name === 'initialMarginRate') {
    const order = compareInitial(after, before);
    return order > 0 ? 'blocks-new-risk' : order < 0 ? 'loosens' : 'none';
  }
  const { maintenanceRises, maintenanceFalls } = marginMove(sides.before, sides.after, before.floor, lower);
  return maintenanceRises ? 'can-liquidate' : maintenanceFalls ? 'loosens' : 'none';
}

function moveEffect(sides: Sides, from: Decimal | null, to: Decimal | null): Effect {
  return from === null ? 'none' : effectOfMove(marginMove(sides.before, sides.after, from, to));
}

/** Where a tier stops to count: at its cap, or never where it is the last, which goes on above its cap. */
function reach({ before, after }: Sides, tier: StatedTier): Decimal | null {
  return tier === before.tiers.at(-1) || tier === after.tiers.at(-1) ? null : tier.cap;
}

/** From the lower of two ends (null: neither ends) to the higher. */
function rangeBetween(a: Decimal | null, b: Decimal | null): [Decimal | null, Decimal | null] {
  if (a === null || b === null) return [a ?? b, null];
  return [minimum(a, b), maximum(a, b)];
}

/** Above a finite last cap no new risk is taken; only the rows that are last in their ladder speak of it. */
function lastCapEffect(sides: Sides, before: StatedTier | null, after: StatedTier | null): Effect {
  const lastBefore = sides.before.tiers.at(-1) ?? null;
  const lastAfter = sides.after.tiers.at(-1) ?? null;
  if (before !== lastBefore && after !== lastAfter) return 'none';
  const order = compareCaps(lastBefore?.cap ?? null, lastAfter?.cap ?? null);
  return order > 0 ? 'blocks-new-risk' : order < 0 ? 'loosens' : 'none';
}

function compareCaps(a: Decimal | null, b: Decimal | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return compare(a, b);
}

function fieldsOfTier({ capField }: StatedLadder): FieldOfTier[] {
  return [
    { name: capField, words: 'cap', value: (tier) => tier.cap },
    { name: 'maintenanceMarginRate', words: 'maintenance margin rate', value: (tier) => tier.maintenanceMarginRate },
    { name: 'maintenanceDeduction', words: 'stated maintenance deduction', value: (tier) => tier.maintenanceDeduction },
    { name: 'leverageMax', words: 'largest leverage', value: (tier) => tier.leverageMax },
    { name: 'initialMarginRate', words: 'initial margin rate', value: (tier) => tier.initialMarginRate },
  ];
}

function pointer(ladder: StatedLadder, floor: string): string {
  return `/tiers/${ladder.floorField}=${floor}`;
}

function tierText(ladder: StatedLadder, tier: StatedTier): string {
  const fields = fieldsOfTier(ladder).flatMap(({ name, value }) => {
    const stated = value(tier);
    return stated === null ? [] : [`${name} ${formatDecimal(stated)}`];
  });
  return fields.join(', ');
}
