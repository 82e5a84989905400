import { equals, ONE } from '../../num/index.ts';
import { decimalOf } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import { checkExemptions } from './check-exemptions.ts';
import type { LayerRow, LossWaterfallDocument } from './schema.ts';

/** No layer, cap or conversion twice, periods where caps need them, and exemptions that mean something. */
export function check(document: LossWaterfallDocument): Problem[] {
  const { layers } = document;
  return [
    ...layers.flatMap((layer, at) => {
      const path = `/layers/${String(at)}`;
      if (layers.findIndex(({ type }) => type === layer.type) < at) {
        const message = `the waterfall has two layers of type \`${layer.type}\``;
        return [{ code: 'duplicate_layer', path, message }];
      }
      return [...checkCaps(layer, path), ...checkPeriod(layer, path), ...checkDust(layer, path)];
    }),
    ...checkConversions(document),
    ...checkExemptions(document),
  ];
}

function checkCaps({ caps }: LayerRow, path: string): Problem[] {
  return caps.flatMap(({ asset }, at) =>
    caps.findIndex((cap) => cap.asset === asset) < at
      ? [
          {
            code: 'duplicate_cap',
            path: `${path}/caps/${String(at)}`,
            message: `\`${asset}\` has two rows of caps`,
          },
        ]
      : [],
  );
}

function checkPeriod({ caps, periodSeconds }: LayerRow, path: string): Problem[] {
  const isAsked = caps.some(({ periodDrawnMax }) => periodDrawnMax !== null);
  if (isAsked === (periodSeconds !== null)) return [];
  const code = isAsked ? 'period_missing' : 'period_without_cap';
  const message = isAsked ? 'a cap is about a period, and none is stated' : 'no cap is about the period';
  return [{ code, path: `${path}/periodSeconds`, message }];
}

function checkDust(layer: LayerRow, path: string): Problem[] {
  if (layer.type !== 'socialization') return [];
  const { capacityMins } = layer;
  return capacityMins.flatMap(({ asset }, at) =>
    capacityMins.findIndex((row) => row.asset === asset) < at
      ? [
          {
            code: 'duplicate_capacity_minimum',
            path: `${path}/capacityMins/${String(at)}`,
            message: `\`${asset}\` has two least capacities`,
          },
        ]
      : [],
  );
}

function checkConversions({ conversions }: LossWaterfallDocument): Problem[] {
  return conversions.flatMap(({ from, to, discount }, at) => {
    const path = `/conversions/${String(at)}`;
    if (from === to) {
      return [{ code: 'conversion_to_itself', path, message: `\`${from}\` needs no conversion into itself` }];
    }
    if (equals(decimalOf(discount), ONE)) {
      const message = 'a discount of 1 leaves nothing to pay with';
      return [{ code: 'conversion_pays_nothing', path: `${path}/discount`, message, suggestion: 'leave it out' }];
    }
    const isSecond = conversions.findIndex((row) => row.from === from && row.to === to) < at;
    return isSecond ? [{ code: 'duplicate_conversion', path, message: `\`${from}\` into \`${to}\` has two rows` }] : [];
  });
}
