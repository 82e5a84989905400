import { fieldDifference, rowDifferences } from '../../policy/index.ts';
import type { Difference } from '../../policy/index.ts';
import { rowKeys } from './row-keys.ts';
import type { ChangeGuardrailDocument } from './schema.ts';

/**
 * What differs between two guardrails, row by row. None of it does anything to an account; what a change of a
 * guardrail takes is decided by the old and the new one together.
 */
export function diff(before: ChangeGuardrailDocument, after: ChangeGuardrailDocument): Difference[] {
  return [
    ...TABLES.flatMap((tableOf) => tableOf(before, after)),
    ...fieldDifference({
      path: '/impactShocks',
      subject: 'The moves of prices under which impact is worked out',
      before: before.impactShocks.join(', ') || null,
      after: after.impactShocks.join(', ') || null,
      effect: () => 'none',
    }),
    ...SCALARS.flatMap(([field, subject]) => scalarDifference(field, subject, before, after)),
  ];
}

/** Each list with what tells its rows apart. */
const TABLES = [
  table('limits', 'limit', ({ kind, path }) => `kind=${kind},path=${path.replaceAll('/', '~1')}`),
  table('envelopes', 'envelope', ({ kind, outcome }) => `kind=${kind},outcome=${outcome}`),
  table('requirements', 'requirement', ({ effect }) => `effect=${effect}`),
  table(
    'impacts',
    'requirement by impact',
    ({ newlyLiquidatableAbove }) => `newlyLiquidatableAbove=${String(newlyLiquidatableAbove)}`,
  ),
  table('freezes', 'freeze', ({ from, until }) => `from=${from},until=${until}`),
];

const SCALARS = [
  ['magnitudeFactor', 'The factor from which a move is a leap'],
  ['approvalAgeMaxSeconds', 'The age from which an approval no longer counts'],
  ['evidenceAgeMaxSeconds', 'The age from which evidence must be refreshed'],
  ['emergencyExpirySeconds', 'The time that an unconfirmed emergency stands'],
  ['revertWindowSeconds', 'The time in which going back is always allowed'],
] as const;

/** Every path that a difference may have. */
export const parameters: readonly string[] = [
  ...Object.keys(rowKeys).map((list) => `${list}/*`),
  '/impactShocks',
  ...SCALARS.map(([field]) => `/${field}`),
];

function scalarDifference(
  field: (typeof SCALARS)[number][0],
  subject: string,
  before: ChangeGuardrailDocument,
  after: ChangeGuardrailDocument,
): Difference[] {
  const textOf = (value: string | number | null) => (value === null ? null : String(value));
  const texts = { before: textOf(before[field]), after: textOf(after[field]) };
  return fieldDifference({ path: `/${field}`, subject, ...texts, effect: () => 'none' });
}

type List = 'limits' | 'envelopes' | 'requirements' | 'impacts' | 'freezes';

function table<Name extends List>(
  list: Name,
  word: string,
  keyOf: (row: ChangeGuardrailDocument[Name][number]) => string,
): (before: ChangeGuardrailDocument, after: ChangeGuardrailDocument) => Difference[] {
  type Row = ChangeGuardrailDocument[Name][number];
  return (before, after) =>
    rowDifferences<Row>({ list, word, before: before[list], after: after[list], keyOf, effect: 'none' });
}
