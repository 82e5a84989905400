import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '@backstop/core/kinds';
import { formatDecimal, parseDecimal } from '@backstop/core/num';
import { words } from '@backstop/core/rules';
import type { ScopeFacts } from '@backstop/core/rules';
import { scopes } from './arbitrary-scope.ts';
import { documents, zones } from './arbitrary-trigger.ts';
import { Exact, slowZone } from './slow-trigger.ts';

const { check, compile, diff } = kinds['liquidation-trigger'];
const histories = fc.option(zones);

describe('a trigger', () => {
  it('agrees: compiled and slow evaluators find the same zone, and the trace tells the same story', () => {
    fc.assert(
      fc.property(documents, scopes(false), histories, (document, facts, previous) => {
        const trigger = compile(document);
        const judgement = trigger.judge(facts, previous);
        expect(judgement.zone).toBe(slowZone(document, facts, previous));
        expect(judgement.unknownFacts.length > 0).toBe(judgement.zone === null);
        const tried = trigger.trace(facts, previous);
        const rules = tried.filter(({ rule }) => !rule.startsWith('exit of '));
        const last = rules.at(-1)!;
        expect(rules.slice(0, -1).every(({ result }) => result === false)).toBe(true);
        if (judgement.zone === null) expect(last).toMatchObject({ rule: judgement.rule, result: null });
        else if (judgement.rule?.startsWith('exit of ') === true)
          expect(tried.at(-1)).toMatchObject({ rule: judgement.rule });
        else if (judgement.rule !== null) expect(last).toMatchObject({ rule: judgement.rule, result: true });
        else expect(last.result).toBe(false);
        expect(trigger.sentence(judgement, facts)).not.toMatch(/undefined|null|^$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('proves_truly: where the check passes, no liquidatable scope with known facts escapes liquidation, whatever its history', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        documents,
        fc.array(fc.tuple(scopes(true), histories), { minLength: 20, maxLength: 20 }),
        (document, samples) => {
          if (check(document).length > 0) return;
          accepted += 1;
          const trigger = compile(document);
          for (const [facts, previous] of samples) {
            if (!isLiquidatable(facts)) continue;
            const { zone } = trigger.judge(facts, previous);
            expect(zone !== null && trigger.isLiquidating(zone)).toBe(true);
          }
        },
      ),
      { numRuns: 600 },
    );
    expect(accepted).toBeGreaterThan(60);
  });

  it('refuses_truly: the witness of a refusal is liquidatable, and the rules do let it escape', () => {
    let witnessed = 0;
    fc.assert(
      fc.property(documents, (document) => {
        for (const { code, message } of check(document)) {
          if (code !== 'liquidatable_scope_must_reach_liquidating_zone') continue;
          witnessed += 1;
          const facts = accountIn(message);
          expect(isLiquidatable(facts)).toBe(true);
          const trigger = compile(document);
          const { zone } = trigger.judge(facts, null);
          expect(zone !== null && trigger.isLiquidating(zone)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
    expect(witnessed).toBeGreaterThan(100);
  });

  it('classifies_truly: a change said to loosen or do nothing asks for no harmful action that was not asked for', () => {
    let harmless = 0;
    fc.assert(
      fc.property(
        documents,
        documents,
        fc.nat(3),
        fc.array(fc.tuple(scopes(true), histories), { minLength: 20, maxLength: 20 }),
        (before, other, at, samples) => {
          const rules = before.rules.map((rule, place) =>
            place === at ? { ...rule, conditions: other.rules[0]!.conditions } : rule,
          );
          const after = { ...before, rules };
          const differences = diff(before, after);
          if (differences.some(({ effect }) => effect !== 'none' && effect !== 'loosens')) return;
          harmless += 1;
          const [then, now] = [compile(before), compile(after)];
          for (const [facts, previous] of samples) {
            const known = then.judge(facts, previous).actions.map(({ type }) => type);
            const added = now
              .judge(facts, previous)
              .actions.filter(({ type }) => type !== 'notify' && !known.includes(type));
            expect(added).toEqual([]);
          }
        },
      ),
      { numRuns: 250 },
    );
    expect(harmless).toBeGreaterThan(25);
  });
});

function isLiquidatable({ equity, maintenanceMargin }: ScopeFacts): boolean {
  const [e, m] = [new Exact(formatDecimal(equity!)), new Exact(formatDecimal(maintenanceMargin!))];
  return m.gt(0) && e.lt(m);
}

/** The account that a problem's message describes; what it does not mention is 0, or as plain as can be. */
function accountIn(message: string): ScopeFacts {
  const text = /^a scope with (.*) is below its maintenance margin/.exec(message)![1]!;
  const stated = text.split(', ');
  const named = (name: string) =>
    stated.find((one) => one.startsWith(`${words(name)} `))?.slice(words(name).length + 1);
  const amount = (name: string) => parseDecimal(named(name) ?? '0')!;
  const scope = named('scope') === 'isolated' ? 'isolated' : 'cross';
  return {
    at: 0,
    equity: amount('equity'),
    accountValue: amount('accountValue'),
    initialMargin: amount('initialMargin'),
    maintenanceMargin: amount('maintenanceMargin'),
    notional: amount('notional'),
    unrealizedPnl: amount('unrealizedPnl'),
    withdrawable: amount('withdrawable'),
    positionCount: Number(named('positionCount') ?? 0),
    scope,
    asset: 'USDT',
    contract: scope === 'cross' ? null : (named('contract') ?? 'BTCUSDT'),
    tags: stated.filter((one) => one.startsWith('tags with ')).map((one) => one.slice('tags with '.length)),
    venue: {
      'desk.score': named('desk.score') ?? '0',
      'desk.days': Number(named('desk.days') ?? 0),
      'desk.isWatched': stated.includes('desk.isWatched yes'),
      'desk.region': named('desk.region') ?? 'eu',
    },
  };
}
