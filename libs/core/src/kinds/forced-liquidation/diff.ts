import { canonicalJson } from '../../canonical/index.ts';
import { byDirection, fieldDifference, matchRows, UNLIMITED } from '../../policy/index.ts';
import type { Difference, FieldMove } from '../../policy/index.ts';
import type { ForcedLiquidationDocument } from './schema.ts';

type Document = ForcedLiquidationDocument;

const closesMore: FieldMove['effect'] = () => 'can-liquidate';
const costs: FieldMove['effect'] = () => 'costs';
const rising = { rise: 'can-liquidate', fall: 'loosens' } as const;
const falling = { rise: 'loosens', fall: 'can-liquidate' } as const;
const dearer = byDirection({ rise: 'costs', fall: 'loosens', whereNull: '0' });

/**
 * What differs between two documents. Whatever may close more of an account, or sooner, can liquidate; what only moves who
 * pays or gets how much, or who comes first, costs.
 */
export function diff(before: Document, after: Document): Difference[] {
  return [
    ...FIELDS.flatMap(({ path, subject, effect, read }) =>
      fieldDifference({ path, subject, before: read(before), after: read(after), effect }),
    ),
    ...saleDifferences(before, after),
    ...netLimitDifferences(before, after),
  ];
}

interface Field {
  readonly path: string;
  readonly subject: string;
  readonly effect: FieldMove['effect'];
  readonly read: (document: Document) => string | null;
}

const FIELDS: readonly Field[] = [
  field('/accountOrder', 'The order of accounts', costs, ({ accountOrder }) => accountOrder),
  field('/positionOrder', 'The order of positions', closesMore, ({ positionOrder }) => listText(positionOrder)),
  field('/step', 'The size of a step', closesMore, ({ step }) => canonicalJson(step)),
  field(
    '/fullBelowNotional',
    'The notional up to which a position is closed whole',
    byDirection({ ...rising, whereNull: '0' }),
    (each) => each.fullBelowNotional,
  ),
  field(
    '/fullBelowSize',
    'The size up to which a position is closed whole',
    byDirection({ ...rising, whereNull: '0' }),
    (each) => each.fullBelowSize,
  ),
  field(
    '/notionalMin',
    'The least notional of a step',
    byDirection({ ...rising, whereNull: '0' }),
    (each) => each.notionalMin,
  ),
  field(
    '/depthShareMax',
    'The largest share of depth that a step takes',
    byDirection({ ...rising, whereNull: UNLIMITED }),
    (each) => each.depthShareMax,
  ),
  field('/cooldownSeconds', 'The time between two reductions', byDirection({ ...falling, whereNull: '0' }), (each) =>
    String(each.cooldownSeconds),
  ),
  field('/interval/seconds', 'The interval whose reductions are bounded', closesMore, ({ interval }) =>
    interval === null ? null : String(interval.seconds),
  ),
  field(
    '/interval/notionalMax',
    'The largest notional that an interval reduces',
    byDirection({ ...rising, whereNull: UNLIMITED }),
    ({ interval }) => interval?.notionalMax ?? null,
  ),
  field('/exitBuffer', 'The exit buffer', byDirection({ ...rising, whereNull: '1' }), (each) => each.exitBuffer),
  field('/limit', 'The limit of fills', closesMore, ({ limit }) => canonicalJson(limit)),
  field(
    '/assumedFillDiscount',
    'The discount at which fills are assumed',
    byDirection({ ...rising, whereNull: '0' }),
    (each) => each.assumedFillDiscount,
  ),
  field('/feeRate', 'The fee rate', dearer, (each) => each.feeRate),
  field('/fundFeeRate', 'The rate of what the fund takes', dearer, (each) => each.fundFeeRate),
  field('/fundFeeShareMax', 'The largest share that the fund takes', dearer, (each) => each.fundFeeShareMax),
  field('/feeEscalation', 'The growth of the fee', costs, ({ feeEscalation }) => textOrNull(feeEscalation)),
  field(
    '/surplusTo',
    'Who keeps the surplus',
    (_, after) => (after === 'fund' ? 'costs' : 'loosens'),
    (each) => each.surplusTo,
  ),
  field('/takeover', 'Whether positions are taken over', costs, ({ takeover }) => String(takeover)),
];

/** Every path that a difference may have. */
export const parameters: readonly string[] = [
  ...FIELDS.map(({ path }) => path),
  '/conversion/sales',
  '/conversion/sales/*/discount',
  '/conversion/netLimits/*/netMin',
];

/** Sales are told apart by asset. With the same assets in the same order, discounts move; else the list is another. */
function saleDifferences(before: Document, after: Document): Difference[] {
  const [salesBefore, salesAfter] = [salesOf(before), salesOf(after)];
  const namesOf = (sales: typeof salesBefore): string => sales.map(({ asset }) => asset).join(' ');
  if (namesOf(salesBefore) !== namesOf(salesAfter)) {
    const texts = { before: listText(salesBefore), after: listText(salesAfter) };
    return fieldDifference({ path: '/conversion/sales', subject: 'What collateral is sold', ...texts, effect: costs });
  }
  return salesBefore.flatMap(({ asset, discount }, at) =>
    fieldDifference({
      path: `/conversion/sales/asset=${asset}/discount`,
      subject: `The discount at which \`${asset}\` is sold`,
      before: discount,
      after: salesAfter[at]?.discount ?? null,
      effect: dearer,
    }),
  );
}

/** A limit that rises sells collateral sooner. */
function netLimitDifferences(before: Document, after: Document): Difference[] {
  const rowsOf = ({ conversion }: Document) => conversion?.netLimits ?? [];
  return matchRows(rowsOf(before), rowsOf(after), ({ asset }) => `asset=${asset}`).flatMap((row) =>
    fieldDifference({
      path: `/conversion/netLimits/${row.key}/netMin`,
      subject: `How much of \`${(row.before ?? row.after)?.asset ?? ''}\` may be owed`,
      before: row.before?.netMin ?? null,
      after: row.after?.netMin ?? null,
      effect: byDirection({ rise: 'costs', fall: 'loosens', whereNull: '0' }),
    }),
  );
}

function salesOf({ conversion }: Document) {
  return conversion?.sales ?? [];
}

function field(path: string, subject: string, effect: FieldMove['effect'], read: Field['read']): Field {
  return { path, subject, effect, read };
}

function listText(list: readonly unknown[]): string | null {
  return list.length === 0 ? null : canonicalJson(list);
}

function textOrNull(value: object | null): string | null {
  return value === null ? null : canonicalJson(value);
}
