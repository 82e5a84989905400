import { canonicalJson } from '../../canonical/index.ts';
import { fieldDifference, matchRows } from '../../policy/index.ts';
import type { Difference } from '../../policy/index.ts';
import { rowKeys } from './row-keys.ts';
import type { ChangeGuardrailDocument } from './schema.ts';

/**
 * What differs between two guardrails, row by row. None of it does anything to an account; what a change of a
 * guardrail takes is decided by the old and the new one together.
 */
export function diff(before: ChangeGuardrailDocument, after: ChangeGuardrailDocument): Difference[] {
  return [
    ...rowDifferences(
      'limits',
      'limit',
      before.limits,
      after.limits,
      ({ kind, path }) => `kind=${kind},path=${path.replaceAll('/', '~1')}`,
    ),
    ...rowDifferences(
      'envelopes',
      'envelope',
      before.envelopes,
      after.envelopes,
      ({ kind, outcome }) => `kind=${kind},outcome=${outcome}`,
    ),
    ...rowDifferences(
      'requirements',
      'requirement',
      before.requirements,
      after.requirements,
      ({ effect }) => `effect=${effect}`,
    ),
    ...rowDifferences(
      'impacts',
      'requirement by impact',
      before.impacts,
      after.impacts,
      (row) => `newlyLiquidatableAbove=${String(row.newlyLiquidatableAbove)}`,
    ),
    ...rowDifferences(
      'freezes',
      'freeze',
      before.freezes,
      after.freezes,
      ({ from, until }) => `from=${from},until=${until}`,
    ),
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

function rowDifferences<Row>(
  list: string,
  word: string,
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): Difference[] {
  return matchRows(before, after, keyOf).flatMap((row) =>
    fieldDifference({
      path: `/${list}/${row.key}`,
      subject: `The ${word} \`${row.key.replaceAll('~1', '/')}\``,
      before: row.before === null ? null : canonicalJson(row.before),
      after: row.after === null ? null : canonicalJson(row.after),
      effect: () => 'none',
    }),
  );
}
