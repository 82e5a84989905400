export { assessPenalties } from './assess-penalties.ts';
export { canonicalInput } from './canonical-input.ts';
export { compileSet } from './compile-set.ts';
export type { CompiledSet, LossPolicies } from './compiled-set.ts';
export { renderPenalties } from './render-penalties.ts';
export type { PenaltiesRecord } from './render-penalties.ts';
export { evaluate, judge } from './evaluate.ts';
export type { Evaluation } from './evaluate.ts';
export type { AccountJudgement, PoolFigures, PoolJudgement, PositionJudgement } from './judgement.ts';
