import type { Problem } from '../../problem/index.ts';
import {
  checkConditions,
  checkEventParameters,
  checkFacts,
  checkNamedConditions,
  comparisonCount,
  scopeCatalogue,
} from '../../rules/index.ts';
import type { Names } from '../../rules/index.ts';
import { checkCases } from './check-cases.ts';
import { checkHolds } from './check-holds.ts';
import { checkZones } from './check-zones.ts';
import type { TriggerAction } from './compiled-trigger.ts';
import { proveLiquidation } from './prove-liquidation.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** Most values that all rules and exits compare with, named conditions counted where they are used. */
const COMPARISONS_MAX = 2048;

/**
 * What the shape of a trigger cannot say, at last the proof that no liquidatable scope escapes,
 * and its own cases. A document with any
 * other problem is not put to the proof: mending it may change what there is to prove.
 */
export function check(document: LiquidationTriggerDocument): Problem[] {
  const names: Names = { facts: scopeCatalogue(document.facts), conditions: document.conditions };
  const problems = [...nameProblems(document, names), ...checkZones(document), ...checkHolds(document.holds)];
  return problems.length > 0 ? problems : [...proveLiquidation(document, names), ...checkCases(document)];
}

/** Whether the names of a document resolve, so that it can be bound; the rest of `check` may still refuse it. */
export function isBindable(document: LiquidationTriggerDocument): boolean {
  const names: Names = { facts: scopeCatalogue(document.facts), conditions: document.conditions };
  return nameProblems(document, names).length === 0;
}

function nameProblems(document: LiquidationTriggerDocument, names: Names): Problem[] {
  return [
    ...checkFacts(document.facts, names.facts),
    ...checkNamedConditions(names),
    ...checkRows(document.rules, 'rules', names),
    ...checkRows(document.exits, 'exits', names),
    ...document.rules.flatMap(({ event }, at) => checkActions(event.params.actions, at, names)),
    ...checkSize(document, names),
  ];
}

/** What a document may come to is bounded, so that its analysis is. */
function checkSize({ rules, exits }: LiquidationTriggerDocument, names: Names): Problem[] {
  const count = [...rules, ...exits].reduce((sum, { conditions }) => sum + comparisonCount(conditions, names), 0);
  if (count <= COMPARISONS_MAX) return [];
  const message = `the rules and exits compare with ${String(count)} values, more than ${String(COMPARISONS_MAX)}`;
  return [{ code: 'document_has_too_many_comparisons', path: '', message }];
}

function checkActions(actions: readonly TriggerAction[], at: number, { facts }: Names): Problem[] {
  return actions.flatMap(({ params }, place) => {
    return checkEventParameters(params, `/rules/${String(at)}/event/params/actions/${String(place)}/params`, facts);
  });
}

type Rows = LiquidationTriggerDocument['rules'] | LiquidationTriggerDocument['exits'];

function checkRows(rows: Rows, list: 'rules' | 'exits', names: Names): Problem[] {
  return rows.flatMap(({ conditions }, at) => checkConditions(conditions, `/${list}/${String(at)}/conditions`, names));
}
