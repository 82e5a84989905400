import type { z } from 'zod';
import type { Finding, Problem } from '../problem/index.ts';
import type { Analysis } from './analysis.ts';
import type { Difference } from './difference.ts';
import type { DocumentRules } from './document-rules.ts';
import type { RowKeys, Subject } from './kind.ts';
import type { OutcomeMove } from './outcome-move.ts';
import type { ScopeNames } from './scope-names.ts';

/**
 * A kind seen without its document's type: what every `PolicyKind` is once it stands in the register.
 * Its functions take only what its own schema has given, hence `never`: a caller parses first.
 */
export interface RegisteredKind {
  readonly id: string;
  readonly title: string;
  readonly subject: Subject;
  readonly schema: z.ZodType;
  readonly check: (document: never) => Problem[];
  readonly compile: (document: never) => unknown;
  readonly explain: (finding: Finding) => string | null;
  readonly diff: (before: never, after: never) => Difference[];
  readonly rowKeys: RowKeys;
  readonly parameters: readonly string[];
  readonly outcomes?: (before: never, after: never) => OutcomeMove[];
  readonly outcomeNames?: readonly string[];
  readonly factsRead?: (document: never) => readonly string[];
  readonly factsMoved?: readonly string[];
  readonly scopeNames?: (document: never) => ScopeNames;
  readonly analyze?: (document: never, before: never) => Analysis;
  readonly rulesOf?: (document: never) => DocumentRules;
}

/** Kinds by id. Passed in as a parameter: the policy room knows no kind. */
export type KindRegister = Readonly<Record<string, RegisteredKind>>;
