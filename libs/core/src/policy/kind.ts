import type { z } from 'zod';
import type { Finding, Problem } from '../problem/index.ts';
import type { Analysis } from './analysis.ts';
import type { Difference } from './difference.ts';
import type { DocumentRules } from './document-rules.ts';
import type { OutcomeMove } from './outcome-move.ts';
import type { ScopeNames } from './scope-names.ts';

/**
 * Fields that tell the rows of a list apart, by the JSON pointer of the list, with `*` for any row on the way to it. Of
 * several fields a row has those that its form has. A list of objects that is not named here is one value.
 */
export type RowKeys = Readonly<Record<string, readonly string[]>>;

export type Subject = 'contract' | 'asset' | 'account' | 'fund' | 'venue';

/**
 * One policy kind. `Document` is the stored, canonical document: plain JSON, decimals as canonical text, defaults filled.
 * `Compiled` is what evaluation calls.
 */
export interface PolicyKind<Id extends string, Document, Compiled> {
  /** Stored for ever, so never renamed. */
  readonly id: Id;
  readonly title: string;
  /** What its scope may name. */
  readonly subject: Subject;
  /** Strict; units in field names; a sentence per field (`.describe`). Parsing fills defaults and sorts what is a set. */
  readonly schema: z.ZodType<Document>;
  /** What a shape cannot say. Total: never throws on a document that the schema accepts. */
  readonly check: (document: Document) => Problem[];
  readonly compile: (document: Document) => Compiled;
  /** One sentence per finding code, true on both sides of the limit; null for a code that is not this kind's. */
  readonly explain: (finding: Finding) => string | null;
  readonly diff: (before: Document, after: Document) => Difference[];
  readonly rowKeys: RowKeys;
  /** Every path that `diff` may name, with `*` for a row: what a limit on changes can be about. */
  readonly parameters: readonly string[];
  /**
   * What all parameters of a document come to together, before and after, wherever either document has a border; at
   * most a few thousand rows. Kinds that come to no number have none.
   */
  readonly outcomes?: (before: Document, after: Document) => OutcomeMove[];
  /** The names that `outcomes` measures under. */
  readonly outcomeNames?: readonly string[];
  /** Facts of accounts by which a checked document may come to close positions; kinds that close none read none. */
  readonly factsRead?: (document: Document) => readonly string[];
  /** Facts of accounts that a difference which blocks new risk moves for the worse. */
  readonly factsMoved?: readonly string[];
  /** What a document says about names in scopes; most kinds say nothing. */
  readonly scopeNames?: (document: Document) => ScopeNames;
  /**
   * What the rules of a document do that their author may not have meant, and what they do otherwise than those of
   * `before`; kinds without rules have none. Total, and bounded in time.
   */
  readonly analyze?: (document: Document, before: Document | null) => Analysis;
  /** The rules of a checked document, to be run by json-rules-engine beside; kinds without rules have none. */
  readonly rulesOf?: (document: Document) => DocumentRules;
}
