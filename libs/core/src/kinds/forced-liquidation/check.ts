import { isZero, lessThan, ONE } from '../../num/index.ts';
import { decimalOf } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { ForcedLiquidationDocument } from './schema.ts';

/** What the shape cannot say: that a liquidation goes on, ends, and says what it does. */
export function check(document: ForcedLiquidationDocument): Problem[] {
  return [
    ...checkSizes(document),
    ...checkFees(document),
    ...checkPositionOrder(document),
    ...checkConversion(document),
  ];
}

function checkSizes({ exitBuffer, step, depthShareMax, interval, notionalMin, surplusTo }: ForcedLiquidationDocument) {
  const problems: Problem[] = [];
  if (lessThan(decimalOf(exitBuffer), ONE)) {
    const message = `a liquidation would stop at \`${exitBuffer}\` of the maintenance margin, where it begins anew`;
    problems.push({ code: 'exit_buffer_below_one', path: '/exitBuffer', message, suggestion: '1' });
  }
  if (step.model === 'fraction' && isZero(decimalOf(step.fraction))) {
    problems.push({ code: 'fraction_zero', path: '/step/fraction', message: 'a step that closes nothing never ends' });
  }
  if (depthShareMax !== null && isZero(decimalOf(depthShareMax))) {
    const message = 'no share of the depth leaves single lots; null is what bounds nothing';
    problems.push({ code: 'depth_share_zero', path: '/depthShareMax', message });
  }
  if (interval !== null && notionalMin !== null && lessThan(decimalOf(interval.notionalMax), decimalOf(notionalMin))) {
    const message = `an interval allows \`${interval.notionalMax}\`, less than the least that a step takes`;
    problems.push({ code: 'interval_below_notional_min', path: '/interval/notionalMax', message });
  }
  if (step.model === 'shortage' && surplusTo === 'fund') {
    const message = 'what closing a part frees goes to the fund, so that no part restores the account';
    problems.push({ code: 'shortage_never_made_up', path: '/surplusTo', message, suggestion: 'account' });
  }
  return problems;
}

function checkFees({ feeRate, feeEscalation }: ForcedLiquidationDocument): Problem[] {
  if (feeEscalation === null || !lessThan(decimalOf(feeEscalation.rateMax), decimalOf(feeRate))) return [];
  const message = `the fee grows to at most \`${feeEscalation.rateMax}\`, below the \`${feeRate}\` that it begins with`;
  return [{ code: 'fee_rate_above_its_maximum', path: '/feeEscalation/rateMax', message, suggestion: feeRate }];
}

function checkPositionOrder({ positionOrder }: ForcedLiquidationDocument): Problem[] {
  return positionOrder.flatMap((key, at) => {
    const path = `/positionOrder/${String(at)}`;
    if (positionOrder.findIndex(({ by }) => by === key.by) < at) {
      return [{ code: 'position_key_duplicated', path, message: `\`${key.by}\` has been asked before` }];
    }
    if (key.by !== 'contract-group') return [];
    return key.groups.flatMap((group, place) =>
      key.groups.indexOf(group) < place
        ? [
            {
              code: 'group_duplicated',
              path: `${path}/groups/${String(place)}`,
              message: `\`${group}\` is named twice`,
            },
          ]
        : [],
    );
  });
}

function checkConversion({ conversion }: ForcedLiquidationDocument): Problem[] {
  if (conversion === null) return [];
  const { sales, netLimits } = conversion;
  return [
    ...sales.flatMap(({ asset }, at) =>
      sales.findIndex((row) => row.asset === asset) < at
        ? [{ code: 'sale_duplicated', path: `/conversion/sales/${String(at)}`, message: `\`${asset}\` is named twice` }]
        : [],
    ),
    ...netLimits.flatMap(({ asset }, at) =>
      netLimits.findIndex((row) => row.asset === asset) < at
        ? [
            {
              code: 'net_limit_duplicated',
              path: `/conversion/netLimits/${String(at)}`,
              message: `\`${asset}\` has two limits`,
            },
          ]
        : [],
    ),
  ];
}
