import { describe, expect, it } from 'vitest';
import { guardChange, LEAST_REQUIREMENT } from '../../change/index.ts';
import type { Guardrail, PolicyMove, Proposal } from '../../change/index.ts';
import { decimalOf } from '../../policy/index.ts';
import type { Difference, Effect } from '../../policy/index.ts';
import { parseInstant } from '../../venue/index.ts';
import reference from './fixtures/valid/reference.json' with { type: 'json' };
import { changeGuardrail } from './index.ts';

const compiled = (over: object = {}): Guardrail => {
  const document = changeGuardrail.schema.parse({ ...reference, ...over });
  expect(changeGuardrail.check(document)).toEqual([]);
  return changeGuardrail.compile(document);
};
const guardrail = compiled();
const DAY = 86_400_000;
const at = parseInstant('2026-06-01T00:00:00Z') ?? 0;

const rate = (before: string | null, after: string | null, effect: Effect = 'can-liquidate'): Difference => {
  return { path: '/tiers/notionalFloor=0/maintenanceMarginRate', before, after, effect, sentence: '' };
};
const ladder = (differences: readonly Difference[], over: Partial<PolicyMove> = {}): PolicyMove => {
  return { policy: 'margin-tiers.A', kind: 'margin-tiers', differences, outcomes: [], inForceSince: 0, ...over };
};
const proposal = (moves: readonly PolicyMove[], over: Partial<Proposal> = {}): Proposal => {
  return { effectiveFrom: at, moves, newlyLiquidatable: 0, unknowns: [], isRevert: false, ...over };
};
const codesOf = (asked: Proposal, guardrails = [guardrail]) =>
  guardChange(guardrails, asked).violations.map(({ code }) => code);

describe('how far one parameter may move', () => {
  it.each<[string, string | null, string | null, string[]]>([
    ['rise = limit', '0.004', '0.005', []],
    ['rise > limit', '0.004', '0.0050000001', ['change_rise_must_be_within_limit']],
    ['a fall that has no limit', '0.004', '0.0001', []],
    ['a rise from nothing, of which no share is enough', '0', '0.0001', ['change_rise_must_be_within_limit']],
    ['no number before', null, '0.004', ['change_must_be_measurable']],
    ['no number after', '0.004', null, ['change_must_be_measurable']],
  ])('%s', (_, before, after, codes) => {
    expect(codesOf(proposal([ladder([rate(before, after)])]))).toEqual(codes);
  });

  it('absolute, on both sides', () => {
    const weight = (after: string) => {
      const difference = { path: '/weight', before: '0.9', after, effect: 'loosens' as const, sentence: '' };
      return [ladder([difference], { policy: 'collateral-haircut.BTC', kind: 'collateral-haircut' })];
    };
    const codes = ['0.95', '0.9500001', '0.85', '0.8499999'].map((after) => codesOf(proposal(weight(after))));
    expect(codes).toEqual([[], ['change_rise_must_be_within_limit'], [], ['change_fall_must_be_within_limit']]);
  });

  it('a limit is about its kind and its parameter only', () => {
    const other = { ...rate('1', '9'), path: '/tiers/notionalFloor=0/maintenanceDeduction' };
    expect(codesOf(proposal([ladder([other])]))).toEqual([]);
    expect(codesOf(proposal([ladder([rate('1', '9')], { kind: 'collateral-haircut' })]))).toEqual([]);
  });

  it('rejects the whole change with every reason, and clamps nothing', () => {
    const found = guardChange(
      [guardrail],
      proposal([ladder([rate('1', '2'), { ...rate('3', '9'), path: '/tiers/notionalFloor=5/maintenanceMarginRate' }])]),
    );
    expect(found.violations.map(({ path }) => path)).toEqual([
      '/margin-tiers.A/tiers/notionalFloor=0/maintenanceMarginRate',
      '/margin-tiers.A/tiers/notionalFloor=5/maintenanceMarginRate',
    ]);
    expect(found.violations[0]?.message).toBe('it rises from 1 to 2, by more than 0.25 of what it was');
  });
});

describe('how soon one parameter may move again', () => {
  it.each([
    ['age of the version in force = least interval', at - DAY, []],
    ['age < least interval', at - DAY + 1, ['change_interval_must_be_kept']],
    ['no version in force', null, []],
  ])('%s', (_, inForceSince, codes) => {
    expect(codesOf(proposal([ladder([rate('1', '1.1')], { inForceSince })]))).toEqual(codes);
  });
});

describe('what all parameters come to together', () => {
  const outcome = (before: string, after: string) => {
    return [
      { outcome: 'maintenanceMargin', where: 'notional 50000', before: decimalOf(before), after: decimalOf(after) },
    ];
  };

  it('each within its own limit, both together not: the change is rejected', () => {
    const moves = [ladder([rate('1', '1.25')], { outcomes: outcome('100', '126') })];
    const [only] = guardChange([guardrail], proposal(moves)).violations;
    expect(only).toEqual({
      code: 'change_outcome_must_be_within_envelope',
      path: '/margin-tiers.A',
      message: 'maintenanceMargin at notional 50000: it rises from 100 to 126, by more than 0.25 of what it was',
    });
    expect(codesOf(proposal([ladder([rate('1', '1.25')], { outcomes: outcome('100', '125') })]))).toEqual([]);
  });
});

describe('a freeze', () => {
  it.each([
    ['from = its beginning', '2026-12-24T00:00:00Z', 'can-liquidate', ['change_must_not_fall_into_freeze']],
    ['before it', '2026-12-23T23:59:59.999Z', 'can-liquidate', []],
    ['from = its end', '2026-12-27T00:00:00Z', 'can-liquidate', []],
    ['of an effect that is not frozen', '2026-12-25T00:00:00Z', 'loosens', []],
  ] as const)('%s', (_, from, effect, codes) => {
    const effectiveFrom = parseInstant(from) ?? 0;
    expect(codesOf(proposal([ladder([rate('1', '1.1', effect)])], { effectiveFrom }))).toEqual(codes);
  });
});

describe('what a change takes', () => {
  const required = (asked: Proposal, guardrails = [guardrail]) => guardChange(guardrails, asked).requirement;

  it.each<[Effect, number, number]>([
    ['can-liquidate', 2, 86_400],
    ['blocks-new-risk', 2, 3600],
    ['costs', 1, 3600],
    ['loosens', 1, 60],
    ['none', 1, 2],
  ])('%s', (effect, approvals, noticeSeconds) => {
    const found = required(proposal([ladder([rate('1', '1.1', 'none'), rate('1', '1.1', effect)])]));
    expect(found).toMatchObject({ approvals, noticeSeconds, approvalAgeMaxSeconds: 604_800 });
  });

  it('one more person for a leap, a question that stays open, or both', () => {
    const leap = [ladder([rate('1', '0.09', 'none')])];
    expect(required(proposal(leap)).approvals).toBe(2);
    expect(required(proposal([ladder([rate('1', '0.1', 'none')])])).approvals).toBe(1);
    expect(required(proposal([ladder([rate('1', '1.1', 'none')])], { unknowns: ['gap'] })).approvals).toBe(2);
    expect(required(proposal(leap, { unknowns: ['gap'] })).approvals).toBe(2);
  });

  it.each([
    ['no account becomes liquidatable', 0, 86_400, ['approver']],
    ['one does', 1, 172_800, ['approver', 'emergency']],
    ['nobody knows', null, 172_800, ['approver', 'emergency']],
  ])('%s', (_, newlyLiquidatable, noticeSeconds, roles) => {
    expect(required(proposal([ladder([rate('1', '1.1')])], { newlyLiquidatable }))).toMatchObject({
      noticeSeconds,
      roles,
    });
  });

  it.each([
    ['that loosens, and nobody knows whom it hits', null, 60, 1],
    ['that is thought to loosen and yet makes an account liquidatable', 1, 172_800, 2],
  ])('a change %s', (_, newlyLiquidatable, noticeSeconds, approvals) => {
    const found = required(proposal([ladder([rate('1', '0.9', 'loosens')])], { newlyLiquidatable }));
    expect(found).toMatchObject({ noticeSeconds, approvals });
  });

  it('a change of the guardrail takes the worst of the old and the new one', () => {
    const lax = reference.requirements.map((row) => ({ ...row, approvals: 1, noticeSeconds: 2 }));
    const strict = reference.requirements.map((row) => ({ ...row, approvals: 3, noticeSeconds: 10 }));
    const moves = [ladder([], { policy: 'change-guardrail.default', kind: 'change-guardrail' })];
    const both = [compiled({ requirements: lax, impacts: [] }), compiled({ requirements: strict, impacts: [] })];
    expect(required(proposal(moves), both)).toMatchObject({ approvals: 3, noticeSeconds: 10 });
    expect(required(proposal(moves), both.toReversed())).toEqual(required(proposal(moves), both));
  });

  it('without any guardrail, the least', () => {
    expect(guardChange([], proposal([ladder([rate('1', '9')])]))).toEqual({
      violations: [],
      requirement: LEAST_REQUIREMENT,
    });
  });
});

describe('undoing a mistake', () => {
  it('is always allowed where it harms nobody, and only there', () => {
    const moves = (effect: Effect) => [ladder([rate('1', '9', effect)], { inForceSince: at - 1 })];
    const revert = guardChange([guardrail], proposal(moves('loosens'), { isRevert: true }));
    expect(revert).toEqual({ violations: [], requirement: LEAST_REQUIREMENT });
    expect(codesOf(proposal(moves('can-liquidate'), { isRevert: true }))).toEqual([
      'change_rise_must_be_within_limit',
      'change_interval_must_be_kept',
    ]);
    expect(codesOf(proposal(moves('loosens')))).toHaveLength(2);
  });
});
