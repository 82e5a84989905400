/**
 * A mistake of the author of a document or request: a value, listed with its siblings, never thrown.
 *
 * `code` is a snake_case predicate that is never renamed; `path` is a JSON pointer into the document;
 * `message` is a lower-case sentence with the author's words in backticks; `suggestion` says what would be right.
 */
export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly suggestion?: string;
}
