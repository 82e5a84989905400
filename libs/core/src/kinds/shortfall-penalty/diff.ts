import { byDirection, fieldDifference, UNLIMITED } from '../../policy/index.ts';
import type { Difference, FieldMove } from '../../policy/index.ts';
import type { ShortfallPenaltyDocument } from './schema.ts';

const dearer = byDirection({ rise: 'costs', fall: 'loosens', whereNull: '0' });
/** A limit below which less is due: where it falls, more shortfalls are beyond it. */
const limit = byDirection({ rise: 'loosens', fall: 'costs', whereNull: UNLIMITED });
const costs: FieldMove['effect'] = () => 'costs';

/** What differs between two penalty policies. None of it liquidates: a penalty never takes an account below zero. */
export function diff(before: ShortfallPenaltyDocument, after: ShortfallPenaltyDocument): Difference[] {
  return [
    ...SCALARS.flatMap(([field, subject]) =>
      fieldDifference({ path: `/${field}`, subject, before: before[field], after: after[field], effect: costs }),
    ),
    ...gradeDifferences(before, after),
    ...escalationDifferences(before, after),
  ];
}

const SCALARS = [
  ['base', 'What an account falls short of'],
  ['snapshotTime', 'The time of day at which a shortfall counts'],
  ['utcOffset', 'The zone of days and months'],
] as const;

const ESCALATION = [
  ['consecutiveDaysMax', 'The number of days in a row before the rate rises', limit],
  ['instancesMax', 'The number of instances in a month before the rate rises', limit],
  ['rate', 'The rate of a shortfall that goes on', dearer],
] as const;

/** Every path that a difference may have. */
export const parameters: readonly string[] = [
  ...SCALARS.map(([field]) => `/${field}`),
  '/grades',
  '/grades/*/rate',
  ...ESCALATION.map(([field]) => `/escalation/${field}`),
];

type Grade = ShortfallPenaltyDocument['grades'][number];

/** Grades are told apart by their limits. With the same limits in the same order, rates move; else the list is another. */
function gradeDifferences(
  { grades: before }: ShortfallPenaltyDocument,
  { grades: after }: ShortfallPenaltyDocument,
): Difference[] {
  if (limitsOf(before) !== limitsOf(after)) {
    const texts = { before: gradesText(before), after: gradesText(after) };
    return fieldDifference({ path: '/grades', subject: 'The list of grades', ...texts, effect: costs });
  }
  return before.flatMap((grade, at) =>
    fieldDifference({
      path: `/grades/${keyOf(grade)}/rate`,
      subject: `The rate of a shortfall ${wordsOf(grade)}`,
      before: grade.rate,
      after: after[at]?.rate ?? null,
      effect: dearer,
    }),
  );
}

function escalationDifferences(
  { escalation: before }: ShortfallPenaltyDocument,
  { escalation: after }: ShortfallPenaltyDocument,
): Difference[] {
  return ESCALATION.flatMap(([field, subject, effect]) => {
    const textOf = (each: typeof before): string | null => {
      const value = each?.[field] ?? null;
      return value === null ? null : String(value);
    };
    return fieldDifference({
      path: `/escalation/${field}`,
      subject,
      before: textOf(before),
      after: textOf(after),
      effect,
    });
  });
}

function limitsOf(grades: readonly Grade[]): string {
  return grades.map(keyOf).join(' ');
}

function gradesText(grades: readonly Grade[]): string {
  return grades.map((grade) => `${wordsOf(grade)}: ${grade.rate}`).join('; ');
}

function keyOf({ shortfallBelow, shareBelow }: Grade): string {
  return `shortfallBelow=${shortfallBelow ?? 'null'},shareBelow=${shareBelow ?? 'null'}`;
}

function wordsOf({ shortfallBelow, shareBelow }: Grade): string {
  const limits = [
    ...(shortfallBelow === null ? [] : [`below ${shortfallBelow}`]),
    ...(shareBelow === null ? [] : [`below ${shareBelow} of the margin`]),
  ];
  return limits.length === 0 ? 'of any size' : limits.join(' and ');
}
