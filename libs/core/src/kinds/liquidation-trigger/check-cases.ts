import type { Problem } from '../../problem/index.ts';
import { suggestion } from '../../problem/index.ts';
import { checkCaseFacts, scopeCatalogue } from '../../rules/index.ts';
import { judgeCases } from './judge-cases.ts';
import type { LiquidationTriggerDocument, RuleCase } from './schema.ts';

/** The mistakes in the cases of a document whose names resolve: their names, their facts, and those that do not hold. */
export function checkCases(document: LiquidationTriggerDocument): Problem[] {
  const { cases = [], facts } = document;
  if (cases.length === 0) return [];
  const catalogue = scopeCatalogue(facts);
  const problems = cases.flatMap((one, at) => {
    const path = `/cases/${String(at)}`;
    return [...checkName(one, path, cases.slice(0, at)), ...checkCaseFacts(one.facts, `${path}/facts`, catalogue)];
  });
  return problems.length > 0 ? problems : unheld(document, cases);
}

function checkName({ name }: RuleCase, path: string, before: readonly RuleCase[]): Problem[] {
  if (before.every((other) => other.name !== name)) return [];
  return [{ code: 'duplicate_case_name', path: `${path}/name`, message: `two cases are named \`${name}\`` }];
}

function unheld(document: LiquidationTriggerDocument, cases: readonly RuleCase[]): Problem[] {
  const zones = [...document.rules.map(({ event }) => event.type), 'healthy'];
  return judgeCases(document).flatMap(({ name, pointer, holds, zone, sentence }, at) => {
    if (holds) return [];
    const expected = cases[at]?.zone ?? null;
    const message = `case \`${name}\` expects ${zoneWords(expected)}, yet the rules give ${zoneWords(zone)}: ${sentence}`;
    const near = expected === null || zones.includes(expected) ? {} : suggestion(expected, zones);
    return [{ code: 'rule_case_must_hold', path: `${pointer}/zone`, message, ...near }];
  });
}

function zoneWords(zone: string | null): string {
  return zone === null ? 'that it cannot be judged' : `zone \`${zone}\``;
}
