import { z } from 'zod';
import { kinds } from '@backstop/core/kinds';
import type { RegisteredKind } from '@backstop/core/policy';

/** The JSON Schema of each kind's document as an author writes it, by file name; drawn from the register. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const registered: readonly RegisteredKind[] = Object.values(kinds);
  return new Map(
    registered
      .map(({ id, title, schema }) => {
        const json = { title, ...z.toJSONSchema(schema, { io: 'input' }) };
        return [`${id}.json`, `${JSON.stringify(json, null, 2)}\n`] as const;
      })
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
