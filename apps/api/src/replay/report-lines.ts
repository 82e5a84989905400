import { formatInstant } from '@backstop/core/venue';
import type { Replayed } from './replay.ts';
import { stopText } from './stops-of.ts';

/** The replay as lines of JSON: how to read it, then one line a row. */
export function reportLines({ outcomes }: Replayed): string[] {
  const rows = outcomes.map(({ row, effect, requirement, stops, approvals, effectiveFrom, truly }) => ({
    day: row.day,
    policy: row.ladder.policy,
    kind: row.kind,
    outcome: effectiveFrom === null ? 'stopped' : 'in-force',
    effectiveFrom: effectiveFrom === null ? null : formatInstant(effectiveFrom),
    effect,
    requirement,
    approvals,
    stops: stops.map(stopText),
    againstVenue: { effect: truly.effect, stops: truly.stops.map(stopText) },
  }));
  return [HEADER, ...rows].map((line) => JSON.stringify(line));
}

const HEADER = {
  format: 'backstop-replay 1',
  effect: 'the worst that the change does to an open account, against what was in force in the replay',
  stops: 'what the guardrail says against it; a stopped change stays stopped, and the ladder before it stays in force',
  againstVenue: 'the same against the ladder that the venue had before, whether or not that one was stopped here',
};
