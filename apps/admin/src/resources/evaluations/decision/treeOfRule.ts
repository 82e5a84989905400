import type { ScopeResponse } from '@backstop/contracts';
import type { LiquidationTriggerDocument } from '@backstop/core/kinds/liquidation-trigger';
import { conditionTree, type TreeNode } from '../../../kinds/rules/conditionTree.ts';

export type RuleTrace = NonNullable<ScopeResponse['trace']>[number];

/** What a rule's trace is called where it is that of leaving a zone. */
const EXIT = 'exit of ';

/** The zone whose exit was asked; null for a rule. */
export function exitZoneOf(rule: string): string | null {
  return rule.startsWith(EXIT) ? rule.slice(EXIT.length) : null;
}

/** The tree of a rule or an exit in the version that judged; null where the document is not there or has no such rule. */
export function treeOfRule(rule: string, document: Readonly<Record<string, unknown>> | null): TreeNode | null {
  if (document === null) return null;
  // The server has checked it against its kind's schema.
  const { rules, exits, conditions } = document as unknown as LiquidationTriggerDocument;
  const place = rules.findIndex(({ name }) => name === rule);
  const found = rules[place];
  if (found !== undefined) return conditionTree(found.conditions, `/rules/${String(place)}/conditions`, conditions);
  const exitPlace = exits.findIndex(({ zone }) => zone === exitZoneOf(rule));
  const exit = exits[exitPlace];
  return exit === undefined
    ? null
    : conditionTree(exit.conditions, `/exits/${String(exitPlace)}/conditions`, conditions);
}

/** Without the document, what the leaves saw still reads: a list of them. */
export function treeOfLeaves({ leaves }: RuleTrace): TreeNode {
  const parts = leaves.map(({ pointer, fact, operator, compared }): TreeNode => {
    return { kind: 'leaf', pointer, fact, path: null, operator, value: compared ?? '' };
  });
  return { kind: 'all', pointer: '', parts };
}
