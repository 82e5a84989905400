import { describe, expect, it } from 'vitest';
import { guardChange } from '@backstop/core/change';
import { kinds } from '@backstop/core/kinds';
import { readVectors, textIn } from './read-vectors.ts';
import type { Vector } from './read-vectors.ts';

const HOUR = 3_600_000;

/** Codes of what a guardrail with one limit on rises says of one parameter that moves from `current` to `proposed`. */
function violationsOf(inputs: Vector['inputs']): string[] {
  const kind = kinds['change-guardrail'];
  const hours = Number(textIn(inputs, 'min_delay_hours'));
  const max = textIn(inputs, 'max_change');
  const path = '/parameter';
  const limit = {
    kind: 'a-kind',
    path,
    rise: textIn(inputs, 'kind') === 'relative' ? { relativeMax: max } : { absoluteMax: max },
    intervalMinSeconds: hours * 3600,
  };
  const effects = ['can-liquidate', 'blocks-new-risk', 'costs', 'loosens', 'none'] as const;
  const document = kind.schema.parse({
    limits: [limit],
    requirements: effects.map((effect) => ({ effect, approvals: 1, noticeSeconds: 2 })),
    evidenceAgeMaxSeconds: 3600,
    emergencyExpirySeconds: 3600,
    revertWindowSeconds: 3600,
  });
  const [before, after] = [textIn(inputs, 'current'), textIn(inputs, 'proposed')];
  const difference = { path, before, after, effect: 'loosens' as const, sentence: '' };
  const move = { policy: 'a-kind.a', kind: 'a-kind', differences: [difference], outcomes: [], inForceSince: 0 };
  const proposal = { effectiveFrom: hours * HOUR, moves: [move], newlyLiquidatable: 0, unknowns: [], isRevert: false };
  return guardChange([kind.compile(document)], proposal).violations.map(({ code }) => code);
}

describe('published: change-guard', () => {
  it.each(readVectors('change-guard').vectors)('$id', ({ inputs, expected }) => {
    expect(violationsOf(inputs).length === 0).toBe(expected['allowed']);
  });
});

it('aave-guard-01, as we answer it: what the source clamped to 1.1919 is rejected as a whole', () => {
  const inputs = { current: '1.1572', proposed: '1.2282', kind: 'relative', max_change: '0.03', min_delay_hours: '72' };
  expect(violationsOf(inputs)).toEqual(['change_rise_must_be_within_limit']);
});
