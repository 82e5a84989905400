import type { ShortfallPenaltyRules } from '../../penalty/index.ts';
import { decimalOf, decimalOrNull } from '../../policy/index.ts';
import { parseInstant } from '../../venue/index.ts';
import type { ShortfallPenaltyDocument } from './schema.ts';

export function compile({
  base,
  grades,
  escalation,
  snapshotTime,
  utcOffset,
}: ShortfallPenaltyDocument): ShortfallPenaltyRules {
  const offset = minutesOf(utcOffset.slice(1));
  return {
    base,
    snapshot: { minuteOfDay: minutesOf(snapshotTime), utcOffsetMinutes: utcOffset.startsWith('-') ? -offset : offset },
    grades: grades.map(({ shortfallBelow, shareBelow, rate }) => {
      return {
        shortfallBelow: decimalOrNull(shortfallBelow),
        shareBelow: decimalOrNull(shareBelow),
        rate: decimalOf(rate),
      };
    }),
    escalation: escalation === null ? null : { ...escalation, rate: decimalOf(escalation.rate) },
  };
}

/** Of `16:30`, since midnight. */
function minutesOf(text: string): number {
  return (parseInstant(`1970-01-01T${text}:00Z`) ?? 0) / 60_000;
}
