import type { z } from 'zod';
import type { Finding, Problem } from '../problem/index.ts';
import type { Analysis } from './analysis.ts';
import type { Difference } from './difference.ts';
import type { DocumentRules } from './document-rules.ts';

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
  /**
   * What the rules of a document do that their author may not have meant, and what they do otherwise than those of
   * `before`; kinds without rules have none. Total, and bounded in time.
   */
  readonly analyze?: (document: Document, before: Document | null) => Analysis;
  /** The rules of a checked document, to be run by json-rules-engine beside; kinds without rules have none. */
  readonly rulesOf?: (document: Document) => DocumentRules;
}
