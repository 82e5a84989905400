/** What one leaf of a condition saw: values as canonical text; `result` null where it could not be judged. */
export interface LeafTrace {
  /** JSON pointer of the leaf within the policy's document. */
  readonly pointer: string;
  readonly fact: string;
  readonly operator: string;
  readonly observed: string | null;
  readonly compared: string | null;
  readonly result: boolean | null;
}
