import { coverageOf, judgeCases, liquidationTrigger, traceCase } from '@backstop/core/kinds/liquidation-trigger';
import type { CaseCoverage, JudgedCase, LiquidationTriggerDocument } from '@backstop/core/kinds/liquidation-trigger';
import { parseDocument } from '@backstop/core/policy';
import { checkCaseFacts, scopeCatalogue, type LeafTrace } from '@backstop/core/rules';
import { conditionTree } from '../../rules/conditionTree.ts';
import { decidingNodes } from '../../rules/decidingNodes.ts';
import type { RawDocument } from '../../editorProps.ts';

/** What the rules make of the cases that they can be asked about. */
export interface TriedTrigger {
  /** Canonical, cases and all. */
  readonly document: LiquidationTriggerDocument;
  /** By name; a case whose facts are wrong is not among them. */
  readonly judged: ReadonlyMap<string, JudgedCase>;
  readonly coverage: CaseCoverage;
}

/**
 * The cases of a document judged by its rules, here and now: by the very functions by which the core accepts or refuses
 * them. Null while the rules themselves are not sound.
 */
export function tryTrigger(document: RawDocument): TriedTrigger | null {
  const { cases: _, ...rules } = document;
  if (!parseDocument(liquidationTrigger, rules).ok) return null;
  const parsed = liquidationTrigger.schema.safeParse(document);
  if (!parsed.success) return null;
  const catalogue = scopeCatalogue(parsed.data.facts);
  const cases = (parsed.data.cases ?? []).filter(({ facts }) => checkCaseFacts(facts, '', catalogue).length === 0);
  const judged = judgeCases({ ...parsed.data, cases });
  return {
    document: parsed.data,
    judged: new Map(judged.map((one) => [one.name, one])),
    coverage: coverageOf(parsed.data.rules, judged),
  };
}

/** What is lit in the rules while a case is tried. */
export interface LitRules {
  readonly leaves: ReadonlyMap<string, LeafTrace>;
  readonly deciding: ReadonlySet<string>;
}

/** What every comparison saw of a case, and the pointers of what made the deciding rule, or exit, what it is. */
export function litBy({ document }: TriedTrigger, { name, rule }: JudgedCase): LitRules {
  const asked = document.cases?.find((one) => one.name === name);
  if (asked === undefined) return { leaves: new Map(), deciding: new Set() };
  const tried = traceCase(document, asked);
  const leaves = new Map(tried.flatMap((one) => one.leaves.map((leaf) => [leaf.pointer, leaf] as const)));
  const place = document.rules.findIndex((one) => one.name === rule);
  const exit = document.exits.findIndex((one) => `exit of ${one.zone}` === rule);
  const [list, at] = place >= 0 ? (['rules', place] as const) : (['exits', exit] as const);
  const decided = document[list][at];
  if (decided === undefined) return { leaves, deciding: new Set() };
  const tree = conditionTree(decided.conditions, `/${list}/${String(at)}/conditions`, document.conditions);
  return { leaves, deciding: new Set([...decidingNodes(tree, leaves)].map(({ pointer }) => pointer)) };
}
