export { NO_SCOPE } from './impact.ts';
export type { HardestHit, Impact, NotJudged, ShockImpact, ZoneCount, ZoneMove } from './impact.ts';
export type { LossImpact, LossRow } from './loss-impact.ts';
export { startImpact } from './start-impact.ts';
export type { ImpactRun } from './start-impact.ts';
