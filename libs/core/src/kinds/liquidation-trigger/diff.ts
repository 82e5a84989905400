import type { Difference } from '../../policy/index.ts';
import { diffCases } from './diff-cases.ts';
import { diffFacts } from './diff-facts.ts';
import { diffMarks } from './diff-marks.ts';
import { diffRules } from './diff-rules.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** Every path that a difference may have. */
export const parameters: readonly string[] = [
  '/rules',
  '/rules/*',
  '/rules/*/conditions',
  '/rules/*/event/type',
  '/rules/*/event/params/actions',
  '/rules/*/priority',
  '/exits/*',
  '/conditions/*',
  '/facts/*',
  '/markAgeMaxSeconds',
  '/markBand/indexDeviationMax',
  '/markBand/lastGoodDeviationMax',
  '/holds/*',
  '/cases/*',
];

/**
 * What differs between two triggers, row by row. Rules, named conditions and exits are classified by what the change
 * does to accounts, not by how it is written.
 */
export function diff(before: LiquidationTriggerDocument, after: LiquidationTriggerDocument): Difference[] {
  return [
    ...diffRules(before, after),
    ...diffFacts(before, after),
    ...diffMarks(before, after),
    ...diffCases(before, after),
  ];
}
