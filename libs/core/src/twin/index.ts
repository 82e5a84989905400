export type { CompiledAnswer } from './compiled-answer.ts';
export { disagreement } from './disagreement.ts';
export type { Disagreement } from './disagreement.ts';
export { runEngine } from './run-engine.ts';
export type { EngineAnswer } from './run-engine.ts';
export { twinRun } from './twin-run.ts';
export type { TwinReport } from './twin-run.ts';
export type { TwinRule } from './twin-rule.ts';
