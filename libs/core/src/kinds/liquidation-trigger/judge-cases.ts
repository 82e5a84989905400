import { caseScope, scopeCatalogue } from '../../rules/index.ts';
import { compile } from './compile.ts';
import type { TriedRule } from './compiled-trigger.ts';
import type { LiquidationTriggerDocument, RuleCase } from './schema.ts';

/** What the rules make of a case. */
export interface JudgedCase {
  readonly name: string;
  /** JSON pointer of the case in the document. */
  readonly pointer: string;
  /** Whether the rules give the zone that the case expects. */
  readonly holds: boolean;
  /** The zone they give; null where the facts do not suffice. */
  readonly zone: string | null;
  /** The rule that decided, `exit of <zone>` where an exit did; null where no rule hits. */
  readonly rule: string | null;
  /** Why, in a sentence. */
  readonly sentence: string;
}

/** Which rules decide at least one case, and which none: by name, in the order in which they are tried. */
export interface CaseCoverage {
  readonly decided: readonly string[];
  readonly undecided: readonly string[];
}

/** Every case of a document judged by its own rules. Throws `InvariantError` for rules whose names do not resolve. */
export function judgeCases(document: LiquidationTriggerDocument): JudgedCase[] {
  const trigger = compile(document);
  const catalogue = scopeCatalogue(document.facts);
  return (document.cases ?? []).map(({ name, facts, previousZone, zone }, at) => {
    const scope = caseScope(facts, catalogue);
    const judgement = trigger.judge(scope, previousZone);
    return {
      name,
      pointer: `/cases/${String(at)}`,
      holds: judgement.zone === zone,
      zone: judgement.zone,
      rule: judgement.rule,
      sentence: trigger.sentence(judgement, scope),
    };
  });
}

/** Every rule tried for one case, with what its comparisons saw. Throws as `judgeCases` does. */
export function traceCase(
  document: LiquidationTriggerDocument,
  { facts, previousZone }: Pick<RuleCase, 'facts' | 'previousZone'>,
): readonly TriedRule[] {
  return compile(document).trace(caseScope(facts, scopeCatalogue(document.facts)), previousZone);
}

/** What the cases of a document put to the test. Exits are no rules and are not counted. */
export function coverageOf(rules: LiquidationTriggerDocument['rules'], judged: readonly JudgedCase[]): CaseCoverage {
  const deciding = new Set(judged.map(({ rule }) => rule));
  const names = rules.map(({ name }) => name);
  return {
    decided: names.filter((name) => deciding.has(name)),
    undecided: names.filter((name) => !deciding.has(name)),
  };
}
