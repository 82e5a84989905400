import { canonicalJson } from '../../canonical/index.ts';
import { byDirection, fieldDifference, matchRows, UNLIMITED } from '../../policy/index.ts';
import type { Difference, FieldMove } from '../../policy/index.ts';
import type { CompartmentRow, InsuranceFundDocument } from './schema.ts';

/** What the fund does not pay is borne by others: less of it costs accounts. */
const more = byDirection({ rise: 'loosens', fall: 'costs', whereNull: UNLIMITED });
const less = byDirection({ rise: 'costs', fall: 'loosens', whereNull: '0' });
const costs: FieldMove['effect'] = () => 'costs';
/** Whatever opens deleveraging may close positions. */
const closes: FieldMove['effect'] = () => 'can-liquidate';

/** What differs between two funds, compartment by compartment. */
export function diff(before: InsuranceFundDocument, after: InsuranceFundDocument): Difference[] {
  return matchRows(before.compartments, after.compartments, ({ name }) => `name=${name}`).flatMap((row) => {
    const path = `/compartments/${row.key}`;
    if (row.before !== null && row.after !== null) return rowDifferences(row.before, row.after, path);
    return fieldDifference({
      path,
      subject: `The compartment \`${row.before?.name ?? row.after?.name ?? ''}\``,
      before: row.before === null ? null : canonicalJson(row.before),
      after: row.after === null ? null : canonicalJson(row.after),
      effect: (_, next) => (next === null ? 'costs' : 'can-liquidate'),
    });
  });
}

type Scalar = string | number | boolean | null | undefined;

interface Field {
  readonly path: string;
  readonly subject: string;
  readonly effect: FieldMove['effect'];
  readonly read: (row: CompartmentRow) => Scalar;
}

const FIELDS: readonly Field[] = [
  { path: 'groups', subject: 'The list of groups', effect: costs, read: ({ groups }) => groups?.join(', ') },
  { path: 'asset', subject: 'The asset', effect: costs, read: ({ asset }) => asset },
  { path: 'surplusShare', subject: 'The share of surplus', effect: less, read: ({ surplusShare }) => surplusShare },
  { path: 'feeShare', subject: 'The share of fees', effect: more, read: ({ feeShare }) => feeShare },
  { path: 'takesDeposits', subject: 'Taking deposits', effect: costs, read: ({ takesDeposits }) => takesDeposits },
  { path: 'balanceFloor', subject: 'The floor', effect: less, read: ({ balanceFloor }) => balanceFloor },
  { path: 'lossDrawnMax', subject: 'The cap per loss', effect: more, read: ({ lossDrawnMax }) => lossDrawnMax },
  {
    path: 'accountDrawnMax',
    subject: 'The cap per account',
    effect: more,
    read: ({ accountDrawnMax }) => accountDrawnMax,
  },
  { path: 'periodDrawnMax', subject: 'The cap per period', effect: more, read: ({ periodDrawnMax }) => periodDrawnMax },
  {
    path: 'periodSeconds',
    subject: 'The period of the caps',
    effect: costs,
    read: ({ periodSeconds }) => periodSeconds,
  },
  {
    path: 'adlSwitch/onAtOrBelow',
    subject: 'The drawdown that opens deleveraging',
    effect: closes,
    read: ({ adlSwitch }) => adlSwitch?.onAtOrBelow,
  },
  {
    path: 'adlSwitch/balanceThreshold',
    subject: 'The balance above which drawdown opens deleveraging',
    effect: closes,
    read: ({ adlSwitch }) => adlSwitch?.balanceThreshold,
  },
  {
    path: 'adlSwitch/offAbove',
    subject: 'The drawdown above which deleveraging closes',
    effect: closes,
    read: ({ adlSwitch }) => adlSwitch?.offAbove,
  },
  {
    path: 'adlSwitch/windowSeconds',
    subject: 'The time that drawdown is measured over',
    effect: closes,
    read: ({ adlSwitch }) => adlSwitch?.windowSeconds,
  },
  {
    path: 'takeover/lossMax',
    subject: 'The loss of positions taken over that opens deleveraging',
    effect: closes,
    read: ({ takeover }) => takeover?.lossMax,
  },
];

/** Every path that a difference may have. */
export const parameters: readonly string[] = [
  '/compartments/*',
  ...FIELDS.map(({ path }) => `/compartments/*/${path}`),
];

function rowDifferences(before: CompartmentRow, after: CompartmentRow, path: string): Difference[] {
  return FIELDS.flatMap(({ path: field, subject, effect, read }) =>
    fieldDifference({
      path: `${path}/${field}`,
      subject: `${subject} of \`${before.name}\``,
      before: textOf(read(before)),
      after: textOf(read(after)),
      effect,
    }),
  );
}

function textOf(value: Scalar): string | null {
  return value === undefined || value === null ? null : String(value);
}
