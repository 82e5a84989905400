import type { JsonSchema } from '../jsonSchema.ts';

/** What the editor of any value is given. */
export interface ValueProps {
  /** The name of the field in its document. */
  readonly name: string;
  /** What it is called on the page, with the row that it is in where it is in one. */
  readonly label: string;
  /** Of the value, from the document. */
  readonly pointer: string;
  readonly schema: JsonSchema;
  /** Undefined = the document does not state it. */
  readonly value: unknown;
  readonly isRequired: boolean;
  /** Told undefined where the document is to state it no longer. */
  readonly onChange: (value: unknown) => void;
}
