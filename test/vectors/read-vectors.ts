import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Decimal text, or whatever else a source states: an index, a flag, a side. Never a JSON number: those are binary floats. */
type Json = string | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
);

const vector = z.strictObject({
  id: z.string(),
  system: z.string(),
  quantity: z.string(),
  inputs: z.record(z.string(), json),
  expected: z.record(z.string(), json),
  tolerance: z.string(),
  source: z.string(),
  status: z.string(),
  note: z.string().optional(),
  reading: z.string(),
  given: z.record(z.string(), json).optional(),
});

const family = z.strictObject({
  about: z.string(),
  documents: z.record(z.string(), z.unknown()),
  vectors: z.array(vector).min(1),
});

/**
 * A published worked example: inputs, result and source as the source states them, `reading` saying how it is put to the
 * core and `given` holding what the core needs and the source leaves unsaid.
 */
export type Vector = z.output<typeof vector>;
export type Family = z.output<typeof family>;

/** The vectors of one file beside this one, with the policy documents that they are computed under. */
export function readVectors(name: string): Family {
  return family.parse(JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')));
}

/** A decimal text among the inputs or results of a vector; anything else there stops the test. */
export function textIn(fields: Vector['inputs'], name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new Error(`a vector has no text \`${name}\``);
  return value;
}
