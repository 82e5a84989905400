import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '@backstop/core/kinds';
import { decimal, subtract } from '@backstop/core/num';
import type { ScopeFacts } from '@backstop/core/rules';
import { scopes } from '../liquidation-trigger/arbitrary-scope.ts';
import { CATALOGUE, documents, zones } from '../liquidation-trigger/arbitrary-trigger.ts';
import type { TriggerDocument } from '../liquidation-trigger/arbitrary-trigger.ts';
import { toldAccount } from './told-account.ts';

const { analyze, compile } = kinds['liquidation-trigger'];
type Finding = ReturnType<typeof analyze>['findings'][number];

const DOCUMENTS = 150;
const samples = fc.array(fc.tuple(scopes(true), fc.option(zones)), { minLength: 15, maxLength: 15 });

/** How severe the actions of these laws' zones are: closing positions, blocking, telling, nothing. */
const LEVELS: Readonly<Record<string, number>> = { 'plan-liquidation': 3, takeover: 3, 'block-new-risk': 2, notify: 1 };
const levelOf = (actions: readonly { type: string }[]) => Math.max(0, ...actions.map(({ type }) => LEVELS[type] ?? 0));

/** Places of the rules that hit an account by themselves, in the order tried, and of the one that decides. */
function hitsOf(document: TriggerDocument, facts: ScopeFacts) {
  const hits = document.rules.map((rule) => {
    const { rule: name } = compile({ ...document, rules: [rule], exits: [] }).judge(facts, null);
    const isKnown = compile({ ...document, rules: [rule], exits: [] }).judge(facts, null).zone !== null;
    return isKnown && name !== null;
  });
  const { rule, zone } = compile(document).judge(facts, null);
  return { hits, zone, decides: document.rules.findIndex(({ name }) => name === rule) };
}

/** By actions; of the two zones of these laws that close positions, a takeover does more. */
function severityOf({ event }: TriggerDocument['rules'][number]): number {
  return 10 * levelOf(event.params.actions) + (event.type === 'takeover' ? 1 : 0);
}

const placeOf = (pointer: string | undefined) => Number(pointer?.slice('/rules/'.length));
const found = (findings: readonly Finding[], code: Finding['code']) => findings.filter((one) => one.code === code);

describe('an analysis', () => {
  it('shows_truly: every witness, read back from its texts, is judged as its finding says', () => {
    const shown = new Map<string, number>();
    fc.assert(
      fc.property(documents, (document) => {
        for (const { code, answer, pointers, witness, reason, sentence } of analyze(document, null).findings) {
          expect(sentence).toMatch(/^[A-Z`].*\.$/);
          expect(reason === null).toBe(answer === 'found');
          if (witness === null) continue;
          shown.set(code, (shown.get(code) ?? 0) + 1);
          const { hits, zone, decides } = hitsOf(document, toldAccount(witness.facts, CATALOGUE));
          expect(zone).toBe(witness.zone);
          const [first, second] = pointers.map(placeOf);
          if (code === 'gap') expect(decides).toBe(-1);
          if (code === 'overlap') expect([hits[first!], hits[second!]]).toEqual([true, true]);
          if (code === 'redundant_rule') expect(decides).toBe(first);
          if (code === 'non_monotone_zone') expect(decides).toBe(first);
          if (code === 'unreachable_rule' && second !== undefined)
            expect([hits[first!], decides]).toEqual([true, second]);
        }
      }),
      { numRuns: DOCUMENTS },
    );
    for (const code of ['gap', 'overlap', 'unreachable_rule', 'redundant_rule', 'non_monotone_zone']) {
      expect(shown.get(code), code).toBeGreaterThan(2);
    }
  });

  it('denies_truly: what it does not find is on no account', () => {
    fc.assert(
      fc.property(documents, samples, (document, accounts) => {
        const { findings } = analyze(document, null);
        for (const [facts] of accounts) {
          const { hits, zone, decides } = hitsOf(document, facts);
          if (zone !== null && decides < 0) expect(found(findings, 'gap').length).toBeGreaterThan(0);
          for (const { answer, pointers } of found(findings, 'unreachable_rule')) {
            if (answer === 'found' && zone !== null) expect(decides).not.toBe(placeOf(pointers[0]));
          }
          for (const [at, rule] of document.rules.entries()) {
            for (const [before, other] of document.rules.slice(0, at).entries()) {
              if (hits[at] !== true || hits[before] !== true || rule.event.type === other.event.type) continue;
              const isTold = ({ pointers: [first, ...others] }: Finding) =>
                placeOf(first) === at && others.some((pointer) => placeOf(pointer) === before);
              // A milder rule that meets a more severe one but never decides there hides nothing.
              const isMilder = severityOf(other) < severityOf(rule);
              const isHidden = isMilder && decides !== before;
              expect(isHidden || found(findings, 'overlap').some(isTold)).toBe(true);
            }
          }
        }
      }),
      { numRuns: DOCUMENTS },
    );
  });

  it('denies_truly: less equity never leads to a milder kind of action where it finds no such account', () => {
    let monotone = 0;
    fc.assert(
      fc.property(documents, samples, fc.nat(120), (document, accounts, less) => {
        const { findings } = analyze(document, null);
        if (findings.some(({ code, level }) => code === 'non_monotone_zone' || (code === 'gap' && level === 'warning')))
          return;
        monotone += 1;
        const trigger = compile({ ...document, exits: [] });
        for (const [facts] of accounts) {
          const lower = { ...facts, equity: subtract(facts.equity!, decimal(BigInt(less), 1)) };
          const [better, worse] = [trigger.judge(facts, null), trigger.judge(lower, null)];
          expect(levelOf(worse.actions)).toBeGreaterThanOrEqual(levelOf(better.actions));
        }
      }),
      { numRuns: DOCUMENTS },
    );
    expect(monotone).toBeGreaterThan(8);
  });

  it('denies_truly: without a redundant rule every account comes to the same zone, whatever its history', () => {
    let redundant = 0;
    fc.assert(
      fc.property(documents, samples, (document, accounts) => {
        for (const { answer, pointers } of found(analyze(document, null).findings, 'redundant_rule')) {
          if (answer !== 'found') continue;
          redundant += 1;
          const rules = document.rules.filter((_, at) => at !== placeOf(pointers[0]));
          const exits = document.exits.filter(({ zone }) => rules.some(({ event }) => event.type === zone));
          for (const [facts, previous] of accounts) {
            const { zone, actions } = compile(document).judge(facts, previous);
            expect(compile({ ...document, rules, exits }).judge(facts, previous)).toMatchObject({ zone, actions });
          }
        }
      }),
      { numRuns: DOCUMENTS },
    );
    expect(redundant).toBeGreaterThan(0);
  });
});

describe('a comparison of two versions', () => {
  const pairs = fc.tuple(documents, documents, fc.nat(3)).map(([before, other, at]) => {
    const rules = before.rules.map((rule, place) =>
      place === at ? { ...rule, conditions: other.rules[0]!.conditions } : rule,
    );
    return { before, after: { ...before, rules } };
  });

  it('shows_truly: every witness moves between the zones that it is said to move between', () => {
    let shown = 0;
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const { answer, differences, reason } = analyze(after, before).comparison!;
        expect(reason === null).toBe(answer !== 'unknown');
        expect(answer === 'equivalent' ? differences : []).toEqual([]);
        for (const { from, to, witness } of differences) {
          shown += 1;
          const facts = toldAccount(witness.facts, CATALOGUE);
          const previous = /previous zone (.*)$/.exec(witness.text)?.[1] ?? null;
          expect(compile(before).judge(facts, previous).zone).toBe(from);
          expect(compile(after).judge(facts, previous).zone).toBe(to);
          expect(witness.zone).toBe(to);
        }
      }),
      { numRuns: DOCUMENTS },
    );
    expect(shown).toBeGreaterThan(40);
  });

  it('answers_truly: no account contradicts the answer', () => {
    const answers = new Map<string, number>();
    fc.assert(
      fc.property(pairs, samples, ({ before, after }, accounts) => {
        const { answer } = analyze(after, before).comparison!;
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
        const [then, now] = [compile(before), compile(after)];
        for (const [facts, previous] of accounts) {
          const [old, next] = [then.judge(facts, previous), now.judge(facts, previous)];
          if (answer === 'equivalent') expect([next.zone, next.actions]).toEqual([old.zone, old.actions]);
          if (answer === 'stricter') expect(levelOf(next.actions)).toBeGreaterThanOrEqual(levelOf(old.actions));
          if (answer === 'looser') expect(levelOf(next.actions)).toBeLessThanOrEqual(levelOf(old.actions));
        }
      }),
      { numRuns: DOCUMENTS },
    );
    for (const answer of ['equivalent', 'stricter', 'looser', 'incomparable']) {
      expect(answers.get(answer), answer).toBeGreaterThan(2);
    }
    expect(answers.get('unknown') ?? 0).toBeLessThan(DOCUMENTS / 10);
  });
});
