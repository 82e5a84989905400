export { decisionId } from './decision-id.ts';
export type {
  ActionDecision,
  Decision,
  DeterminedBy,
  FindingDecision,
  MarginState,
  Outcome,
  PositionDecision,
  RuleTrace,
  ScopeDecision,
  TierDecision,
  VersionReference,
} from './decision.ts';
export { zoneMoves } from './zone-moves.ts';
export type { ZoneMove } from './zone-moves.ts';
