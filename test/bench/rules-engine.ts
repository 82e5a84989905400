import { Engine } from 'json-rules-engine';
import type { TopLevelCondition } from 'json-rules-engine';
import type { ListedRule } from '@backstop/core/rules';

/** The rules as json-rules-engine takes them; the event says which place a rule has in the list. */
export function engineOf(list: readonly ListedRule[]): Engine {
  const engine = new Engine();
  for (const [place, { conditions }] of list.entries()) {
    engine.addRule({
      conditions: structuredClone(conditions) as TopLevelCondition,
      event: { type: 'hit', params: { place } },
    });
  }
  return engine;
}

/** The first place that hits, −1 where none does: the engine tries every rule and keeps no order. */
export async function firstHit(engine: Engine, facts: Readonly<Record<string, unknown>>): Promise<number> {
  const { events } = await engine.run(facts);
  let first = -1;
  for (const { params } of events) {
    const place = (params as { place: number }).place;
    if (first < 0 || place < first) first = place;
  }
  return first;
}
