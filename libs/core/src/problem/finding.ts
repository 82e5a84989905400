/**
 * Something observed on an account or market; the product's output, not an error.
 *
 * `values` holds what the sentence names: decimals as canonical text, so that a finding is plain data.
 */
export interface Finding {
  readonly code: string;
  readonly contract: string | null;
  readonly asset: string | null;
  readonly values: Readonly<Record<string, string | null>>;
}
