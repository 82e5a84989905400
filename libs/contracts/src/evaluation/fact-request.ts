import { z } from 'zod';
import type { FactValue } from '@backstop/core/venue';
import { nameText } from './fields.ts';

/** How deep the parts of a structured fact may lie; the instant beside a value takes one level. */
const DEPTH_MAX = 6;

/** Most members of one list within a fact. */
const MEMBERS_MAX = 50;

const text = z
  .string()
  .max(256)
  .regex(/^[^\p{C}]*$/u, 'must be printable text without control characters');

/** One schema per depth, so that a value that nests without end is refused before anything recurses into it. */
function valueAtDepth(levelsBelow: number): z.ZodType<FactValue, FactValue> {
  const plain = [text, z.number(), z.boolean()] as const;
  if (levelsBelow === 0) return z.union(plain, { error: `must not nest deeper than ${String(DEPTH_MAX)} levels` });
  const inner = valueAtDepth(levelsBelow - 1);
  return z
    .union([...plain, z.array(inner).max(MEMBERS_MAX), z.record(nameText('Name of a part.'), inner)])
    .meta({ id: `factValueOver${String(levelsBelow)}` });
}

/** What a venue sends for a fact: a value, a list, parts, or any of them with the instant that it holds for. */
export const factRequest = valueAtDepth(DEPTH_MAX);
