import type { ScopeResponse } from '@backstop/contracts';
import { exitZoneOf } from './treeOfRule.ts';

/** How a scope came to its zone: by a rule, by an exit that is not reached, by no rule, or not at all. */
export interface Verdict {
  readonly how: 'rule' | 'exit' | 'none' | 'unknown';
  /** What the trace calls the rule or the exit; null where none decided. */
  readonly rule: string | null;
  /** Why, in the server's sentence; null where it gives none. */
  readonly sentence: string | null;
}

/** What decided a scope, by what determined it and the rules that were asked. */
export function verdictOf(scope: ScopeResponse): Verdict {
  const reason = scope.determinedBy[0];
  if (reason === undefined) return { how: scope.zone === null ? 'unknown' : 'none', rule: null, sentence: null };
  const { rule, sentence } = reason;
  const wasAsked = (scope.trace ?? []).some((asked) => asked.rule === rule);
  if (scope.zone === null) return { how: 'unknown', rule: wasAsked ? rule : null, sentence };
  if (!wasAsked) return { how: 'none', rule: null, sentence };
  return { how: exitZoneOf(rule) === null ? 'rule' : 'exit', rule, sentence };
}
