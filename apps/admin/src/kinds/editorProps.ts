import type { PolicyResource } from '@backstop/contracts';
import type { Problem } from '@backstop/core/problem';

/** A document as its text has it, however wrong; canonical only once nothing is wrong with it. */
export type RawDocument = Readonly<Record<string, unknown>>;

/** What every editor of a kind is given. */
export interface EditorProps {
  readonly kind: string;
  readonly scope: PolicyResource['scope'];
  /** What amounts are counted in; null where it is not known. */
  readonly asset: string | null;
  readonly document: RawDocument;
  /** What the core finds wrong, by pointer into the document: `/tiers/0/notionalFloor`, '' = the whole. */
  readonly problems: readonly Problem[];
  /** The document in canonical form; null while there are problems. */
  readonly checked: RawDocument | null;
  /** What the version says that it is written against; null while that is read, and where there is none. */
  readonly before?: RawDocument | null;
  /** Told the whole document. */
  readonly onChange: (document: RawDocument) => void;
}
