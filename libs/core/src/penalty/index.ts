export { assessPenalty } from './assess-penalty.ts';
export type { PenaltyAssessment, PenaltyReason, ShortfallDay } from './assess-penalty.ts';
export { snapshotBefore } from './day.ts';
export type { DailySnapshot, Day } from './day.ts';
export type { PenaltyEscalation, PenaltyGrade, ShortfallPenaltyRules } from './shortfall-penalty-rules.ts';
