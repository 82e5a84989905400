import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** A `margin-tiers` document as an author would write it. */
export type LadderWords = Readonly<Record<string, unknown>>;

const FOLDER = new URL('../../rules/perp-linear-reference/margin-tiers/', import.meta.url);
const envelope = z.object({ key: z.string(), document: z.record(z.string(), z.unknown()) });

let known: ReadonlyMap<string, LadderWords> | null = null;

/** The margin ladders of the shipped reference profile by contract: the real ones of 2024-10-24. */
export function referenceLadders(): ReadonlyMap<string, LadderWords> {
  known ??= new Map(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith('.json'))
      .map((file) => envelope.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))))
      .map(({ key, document }) => [key, document] as const),
  );
  return known;
}
