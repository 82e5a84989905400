import type { ValueTransformer } from 'typeorm';

/** A `bigint` that counts: the driver hands it over as text, and no count here comes near 2^53. */
export const wholeNumberColumn: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (text: string | null) => (text === null ? null : Number(text)),
};
