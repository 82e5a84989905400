import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { movesOf } from '@backstop/core/change';
import type { ProposedEntry } from '@backstop/core/change';
import { kinds } from '@backstop/core/kinds';
import { parseDocument } from '@backstop/core/policy';
import type { PolicySet, PolicyVersion, Scope } from '@backstop/core/policy';

const TRIGGER = new URL('../../../rules/perp-linear-reference/liquidation-trigger/default.json', import.meta.url);
const trigger = JSON.parse(readFileSync(TRIGGER, 'utf8')) as { readonly document: object };

const canonical = (kind: keyof typeof kinds, document: unknown): unknown => {
  const parsed = parseDocument(kinds[kind], document);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ code, path }) => `${code} ${path}`).join(', '));
  return parsed.value;
};

const ladder = (rate: string, leverageMax = '20') => ({
  model: 'step',
  basis: 'notional',
  tiers: [{ notionalFloor: '0', notionalCap: null, maintenanceMarginRate: rate, leverageMax }],
});

const contractRow = (contract: string, group: string) => {
  return { contract, group, type: 'linear', base: 'B', quote: 'USDT', settlementAsset: 'USDT' };
};

const specification = {
  assets: [
    { asset: 'USDT', precision: 8 },
    { asset: 'B', precision: 8 },
  ],
  contracts: [contractRow('A1', 'alt'), contractRow('A2', 'alt'), contractRow('M1', 'major')],
};

let sequence = 0;
const version = (policy: string, scope: Scope, document: unknown): PolicyVersion => {
  const [kind = ''] = policy.split('.');
  sequence += 1;
  return {
    policy,
    version: 1,
    kind,
    title: policy,
    scope,
    document: canonical(kind as keyof typeof kinds, document),
    ends: false,
    digest: String(sequence),
    mode: 'enforce',
    effectiveFrom: sequence,
    effectiveUntil: null,
    approvedAt: 0,
    approvalSequence: sequence,
  };
};

const everything = { contracts: '*' as const };
const marks = version('liquidation-trigger.default', everything, trigger.document);
const venue = [
  version('contract-specification.default', everything, specification),
  version('valuation.default', everything, {
    valuationAsset: 'USDT',
    collateralMode: 'settlement-asset',
    tags: ['pro', 'retail'],
  }),
  marks,
];
const general = version('margin-tiers.general', everything, ladder('0.01'));
const alt = version('margin-tiers.alt', { groups: ['alt'] }, ladder('0.02'));
const setOf = (...versions: PolicyVersion[]): PolicySet => ({ hash: '', versions: [...venue, ...versions] });

const entry = (policy: string, scope: Scope, document: unknown, over: Partial<ProposedEntry> = {}): ProposedEntry => {
  const [kind = ''] = policy.split('.');
  const stored = document === null ? null : canonical(kind as keyof typeof kinds, document);
  return { policy, kind, scope, document: stored, ends: document === null, mode: 'enforce', ...over };
};
const movesOfOne = (set: PolicySet, one: ProposedEntry) => {
  const [move] = movesOf([one], set, kinds);
  if (move === undefined) throw new Error('no move');
  return { ...move, told: move.differences.map(({ path, effect }) => `${path} ${effect}`) };
};
const rateOfFirst = '/tiers/notionalFloor=0/maintenanceMarginRate';

describe('what a change does to a policy', () => {
  it('of the same scope: the differences of the documents, and what they come to', () => {
    const move = movesOfOne(setOf(general), entry('margin-tiers.general', everything, ladder('0.015')));
    expect(move.told).toEqual([`${rateOfFirst} can-liquidate`]);
    expect(move.inForceSince).toBe(general.effectiveFrom);
    expect(move.outcomes.map(({ outcome }) => outcome)).toEqual(['initialMargin', 'maintenanceMargin']);
  });

  it('that is new where a more general one decided: compared with that one', () => {
    const move = movesOfOne(setOf(general), entry('margin-tiers.M1', { contracts: ['M1'] }, ladder('0.03')));
    expect(move.told).toEqual([' none', `${rateOfFirst} can-liquidate`]);
    expect(move.differences[0]?.sentence).toBe(
      'For contract M1, `margin-tiers.M1` decides instead of `margin-tiers.general`.',
    );
    expect(move.inForceSince).toBe(general.effectiveFrom);
  });

  it('that is new where nothing decided: only that it is new', () => {
    const move = movesOfOne(setOf(alt), entry('margin-tiers.M1', { contracts: ['M1'] }, ladder('0.03')));
    expect(move.told).toEqual([' none']);
    expect(move.outcomes).toEqual([]);
    expect(move.inForceSince).toBeNull();
  });

  it('that is new and judges accounts where nothing did: able to liquidate', () => {
    const set = { hash: '', versions: [...venue.filter((each) => each !== marks), general] };
    expect(movesOfOne(set, entry('liquidation-trigger.default', everything, trigger.document)).told).toEqual([
      ' can-liquidate',
    ]);
  });

  it('that ends where a more general one takes over: compared with that one', () => {
    const move = movesOfOne(setOf(general, alt), entry('margin-tiers.alt', { groups: ['alt'] }, null));
    expect(move.told).toEqual([' none', `${rateOfFirst} loosens`]);
  });

  it('that ends where nothing takes over: what is open there cannot be judged', () => {
    const move = movesOfOne(setOf(alt), entry('margin-tiers.alt', { groups: ['alt'] }, null));
    expect(move.told).toEqual([' blocks-new-risk']);
    expect(move.differences[0]?.sentence).toContain('nothing takes over');
  });

  it('that another entry of the same change takes over from: compared with that one', () => {
    const entries = [
      entry('margin-tiers.alt', { groups: ['alt'] }, null),
      entry('margin-tiers.A1', { contracts: ['A1'] }, ladder('0.05')),
    ];
    const [ended, added] = movesOf(entries, setOf(alt), kinds);
    const told = (move: typeof ended) => move?.differences.map(({ path, effect }) => `${path} ${effect}`);
    expect(told(added)).toEqual([' none', `${rateOfFirst} can-liquidate`]);
    expect(told(ended)).toEqual([' none', `${rateOfFirst} can-liquidate`, ' blocks-new-risk']);
  });

  it('whose scope is another: what it leaves and what it gains, and the scope itself can liquidate', () => {
    const move = movesOfOne(setOf(general, alt), entry('margin-tiers.alt', { groups: ['major'] }, ladder('0.02')));
    expect(move.told).toEqual([
      '/scope can-liquidate',
      ' none',
      `${rateOfFirst} loosens`,
      ' none',
      `${rateOfFirst} can-liquidate`,
    ]);
    expect(move.differences[0]).toMatchObject({ before: 'group alt', after: 'group major' });
  });

  it('for tagged accounts: compared with what speaks for them otherwise, and for those with two tags', () => {
    const pro = version('margin-tiers.pro', { contracts: '*', tags: ['pro'] }, ladder('0.005'));
    const retail = version('margin-tiers.retail', { contracts: '*', tags: ['retail'] }, ladder('0.04'));
    const move = movesOfOne(setOf(general, pro, retail), entry('margin-tiers.pro', pro.scope, null));
    expect(move.told).toEqual([' none', `${rateOfFirst} can-liquidate`, ' none', `${rateOfFirst} can-liquidate`]);
    expect(move.differences.map(({ after }) => after)).toEqual([
      'margin-tiers.general',
      '0.01',
      'margin-tiers.retail',
      '0.04',
    ]);
  });

  it('that is only logged: nothing', () => {
    const move = movesOfOne(
      setOf(general),
      entry('margin-tiers.general', everything, ladder('0.04'), { mode: 'shadow' }),
    );
    expect(move.told).toEqual([' none']);
    expect(move.outcomes).toEqual([]);
  });
});

describe('a trigger that closes positions by initial margin', () => {
  const byInitial = (fact: string) => ({
    rules: [
      {
        name: 'close',
        conditions: {
          any: [
            { fact, operator: 'lessThan', value: '0' },
            { fact: 'equity', operator: 'lessThan', value: { fact: 'maintenanceMargin' } },
          ],
        },
        event: { type: 'liquidation', params: { actions: [{ type: 'plan-liquidation' }] } },
      },
    ],
  });
  const raised = entry('margin-tiers.general', everything, ladder('0.01', '10'));

  it.each([
    ['that it does not read', 'notional', 'blocks-new-risk'],
    ['itself', 'initialMargin', 'can-liquidate'],
    ['in a ratio', 'initialMarginRatio', 'can-liquidate'],
    ['in what may be withdrawn', 'withdrawable', 'can-liquidate'],
  ])('%s: raising it does so too', (_, fact, effect) => {
    const reading = version('liquidation-trigger.default', everything, byInitial(fact));
    const set = { hash: '', versions: [...venue.filter((each) => each !== marks), reading, general] };
    const [difference] = movesOf([raised], set, kinds)[0]?.differences ?? [];
    expect(difference?.effect).toBe(effect);
    expect(difference?.sentence.includes('`liquidation-trigger.default` closes positions by')).toBe(
      effect === 'can-liquidate',
    );
  });
});
