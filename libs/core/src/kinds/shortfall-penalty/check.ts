import { lessThan } from '../../num/index.ts';
import { decimalOf } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { ShortfallPenaltyDocument } from './schema.ts';

/** Every shortfall has a grade, each grade can be reached, and what goes on never costs less. */
export function check(document: ShortfallPenaltyDocument): Problem[] {
  return [...checkGrades(document), ...checkEscalation(document)];
}

function checkGrades({ base, grades }: ShortfallPenaltyDocument): Problem[] {
  return grades.flatMap((grade, at) => {
    const path = `/grades/${String(at)}`;
    const earlier = grades.slice(0, at).findIndex((each) => takesAllOf(each, grade));
    if (earlier !== -1) {
      const message = `this grade never speaks: whatever is within its limits, grade ${String(earlier)} takes before it`;
      return [{ code: 'grade_unreachable', path, message }];
    }
    if (base === 'receivable' && grade.shareBelow !== null) {
      const message = 'what is owed has no margin that it could be a share of';
      return [{ code: 'share_of_no_margin', path: `${path}/shareBelow`, message }];
    }
    if (at === grades.length - 1 && (grade.shortfallBelow !== null || grade.shareBelow !== null)) {
      const message = 'the last grade has a limit, so that what is beyond it costs nothing';
      return [{ code: 'last_grade_limited', path, message }];
    }
    return [];
  });
}

function takesAllOf(earlier: Grade, later: Grade): boolean {
  return isAsWide(earlier.shortfallBelow, later.shortfallBelow) && isAsWide(earlier.shareBelow, later.shareBelow);
}

function isAsWide(limit: string | null, other: string | null): boolean {
  return limit === null || (other !== null && !lessThan(decimalOf(limit), decimalOf(other)));
}

type Grade = ShortfallPenaltyDocument['grades'][number];

function checkEscalation({ grades, escalation }: ShortfallPenaltyDocument): Problem[] {
  if (escalation === null) return [];
  if (escalation.consecutiveDaysMax === null && escalation.instancesMax === null) {
    const message = 'neither days in a row nor instances in a month lead here';
    return [{ code: 'escalation_unreachable', path: '/escalation', message }];
  }
  const dearer = grades.find(({ rate }) => lessThan(decimalOf(escalation.rate), decimalOf(rate)));
  if (dearer === undefined) return [];
  const message = `a shortfall that goes on costs \`${escalation.rate}\`, less than the \`${dearer.rate}\` of a grade`;
  return [{ code: 'escalation_rate_below_grade', path: '/escalation/rate', message }];
}
