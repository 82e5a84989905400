import type { Analysis } from '../../policy/index.ts';
import { aboveZero, analyzeRules } from '../../rules/index.ts';
import type { RuleFinding, RuleList } from '../../rules/index.ts';
import { assembled, bindTrigger, HEALTHY } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import { isBindable } from './check.ts';
import { compareVersions } from './compare-versions.ts';
import type { LiquidationTriggerDocument } from './schema.ts';
import { comparedScopes, movesBetween } from './trigger-moves.ts';
import { severityIn } from './zone-severity.ts';

/**
 * Gaps, overlaps, rules that never decide or change nothing, and zones that grow milder as an account grows worse;
 * then what the trigger does otherwise than the one before. All of it is about scopes with a margin requirement whose
 * facts are known. A document whose names do not resolve has problems to be mended first, and no findings.
 */
export function analyze(document: LiquidationTriggerDocument, before: LiquidationTriggerDocument | null): Analysis {
  return {
    findings: isBindable(document) ? findingsOf(bindTrigger(document)) : [],
    comparison: before === null ? null : compareVersions(before, document),
  };
}

function findingsOf(trigger: BoundTrigger): RuleFinding[] {
  const findings = analyzeRules(ruleListOf(trigger));
  return trigger.exits.size === 0
    ? findings
    : findings.filter((finding) => finding.code !== 'redundant_rule' || isRedundantWithExits(trigger, finding));
}

function ruleListOf(trigger: BoundTrigger): RuleList {
  const { rules, names } = trigger;
  // A rule that gives `healthy` with actions of its own comes to something else than the zone that is built in.
  const isTaken = rules.some(({ zone, actions }) => zone === HEALTHY.zone && actions.length > 0);
  return {
    rules: rules.map(({ name, pointer, condition, zone, actions }) => {
      return { name, pointer, condition, outcome: zone, severity: severityIn(trigger, zone, actions) };
    }),
    otherwise: { outcome: isTaken ? 'healthy, without actions' : 'healthy', severity: 0 },
    unknownSeverity: severityIn(trigger, null, []),
    given: [aboveZero('maintenanceMargin')],
    worse: 'equity',
    catalogue: names.facts,
  };
}

/** The place of a rule may matter to scopes with a history although its conditions do not. */
function isRedundantWithExits(trigger: BoundTrigger, { answer, pointers: [pointer] }: RuleFinding): boolean {
  if (answer === 'unknown') return true;
  const rules = trigger.rules.filter((rule) => rule.pointer !== pointer);
  const without = assembled(trigger.names, rules, trigger.allExits);
  return movesBetween(trigger, without, comparedScopes(trigger.names.facts)).next().done === true;
}
