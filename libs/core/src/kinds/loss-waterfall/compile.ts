import { decimalOf, decimalOrNull } from '../../policy/index.ts';
import { bind, evaluate, TRUE } from '../../rules/index.ts';
import type { Names } from '../../rules/index.ts';
import type { ExemptionOf, LayerCap, WaterfallLayer, WaterfallRules } from '../../waterfall/index.ts';
import { candidateCatalogue, candidateFacts } from './candidate-catalogue.ts';
import type { Exemption, LayerRow, LossWaterfallDocument } from './schema.ts';

/** The waterfall of a checked document. Throws `InvariantError` for a document that `check` refuses. */
export function compile({ layers, conversions, facts }: LossWaterfallDocument): WaterfallRules {
  const names: Names = { facts: candidateCatalogue(facts), conditions: {} };
  return {
    layers: layers.map((layer, at) => layerOf(layer, `/layers/${String(at)}`, names)),
    conversions: conversions.map(({ from, to, discount }) => ({ from, to, discount: decimalOf(discount) })),
  };
}

function layerOf(layer: LayerRow, path: string, names: Names): WaterfallLayer {
  const shared = { caps: capsOf(layer), periodSeconds: layer.periodSeconds };
  if (layer.type === 'adl') {
    const { type, opens, score, closeAt, positionShareMax, roundShareMax, exemptions } = layer;
    return behindData(exemptionsOf(exemptions, path, names), {
      type,
      ...shared,
      opens,
      score,
      closeAt,
      positionShareMax: decimalOf(positionShareMax),
      roundShareMax: decimalOf(roundShareMax),
    });
  }
  if (layer.type === 'socialization') {
    const { type, method, capacity, base, score, riskExponent, capRate, capacityMins, exemptions } = layer;
    return behindData(exemptionsOf(exemptions, path, names), {
      type,
      ...shared,
      method,
      capacity,
      base,
      score,
      riskExponent,
      capRate: decimalOf(capRate),
      capacityMin: new Map(capacityMins.map(({ asset, amount }) => [asset, decimalOf(amount)])),
    });
  }
  return { type: layer.type, ...shared };
}

function capsOf({ caps }: LayerRow): ReadonlyMap<string, LayerCap> {
  return new Map(
    caps.map(({ asset, lossDrawnMax, periodDrawnMax }) => [
      asset,
      { lossDrawnMax: decimalOrNull(lossDrawnMax), periodDrawnMax: decimalOrNull(periodDrawnMax) },
    ]),
  );
}

interface Behavior {
  readonly exemptionOf: ExemptionOf;
}

function exemptionsOf(exemptions: readonly Exemption[], path: string, names: Names): Behavior {
  const bound = exemptions.map(({ name, conditions }, at) => {
    return { name, condition: bind(conditions, `${path}/exemptions/${String(at)}/conditions`, names) };
  });
  return {
    exemptionOf: (candidate, at) => {
      if (bound.length === 0) return null;
      const facts = candidateFacts(candidate, at);
      return bound.find(({ condition }) => evaluate(condition, facts) === TRUE)?.name ?? null;
    },
  };
}

/** The function as the prototype of its data: two layers of the same document are then equal by what they hold. */
function behindData<Data extends object>(behavior: Behavior, data: Data): Data & Behavior {
  return Object.assign(Object.create(behavior) as Behavior, data);
}
