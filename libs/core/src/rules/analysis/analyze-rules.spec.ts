import { describe, expect, it } from 'vitest';
import { bind } from '../judge/bind.ts';
import { scopeCatalogue } from '../language/catalogue.ts';
import type { Condition } from '../language/condition.ts';
import { analyzeRules } from './analyze-rules.ts';
import { budgetOf } from './budget.ts';
import { findNonMonotone } from './findings/find-non-monotone.ts';
import { inquiryOf } from './findings/inquiry.ts';
import { aboveZero } from './space/region.ts';
import type { RuleList } from './findings/rule-list.ts';

const catalogue = scopeCatalogue([]);

/** Rules of zones of their own, each less severe than the one before. */
function listOf(conditions: readonly Condition[]): RuleList {
  return {
    rules: conditions.map((condition, at) => {
      const name = `r${String(at)}`;
      const pointer = `/rules/${String(at)}`;
      const bound = bind(condition, pointer, { facts: catalogue, conditions: {} });
      return { name, pointer, condition: bound, outcome: name, severity: conditions.length - at };
    }),
    otherwise: { outcome: 'healthy', severity: 0 },
    unknownSeverity: 0,
    given: [aboveZero('maintenanceMargin')],
    worse: 'equity',
    catalogue,
  };
}

const positions = (operator: string, value: number) => ({ fact: 'positionCount', operator, value });
const unreachable = (condition: Condition) =>
  analyzeRules(listOf([condition])).some(({ code }) => code === 'unreachable_rule');

describe('a scope with a maintenance margin', () => {
  it.each<[string, Condition, boolean]>([
    ['positionCount = 0', { all: [positions('equal', 0)] }, true],
    ['positionCount < 1', { all: [positions('lessThan', 1)] }, true],
    ['positionCount = 1', { all: [positions('equal', 1)] }, false],
    ['positionCount > 0', { all: [positions('greaterThan', 0)] }, false],
  ])('%s', (_, condition, isUnreachable) => {
    expect(unreachable(condition)).toBe(isUnreachable);
  });
});

describe('steps', () => {
  /** Windows of many ratios, so that the zones of worse accounts take long to follow. */
  const ratios = ['marginRatio', 'initialMarginRatio', 'accountValueToInitialMargin', 'leverage'];
  const windows = Array.from({ length: 40 }, (_, at): Condition => {
    const [fact, other] = [ratios[at % 4] ?? '', ratios[(at * 3 + 1) % 4] ?? ''];
    return {
      all: [
        { fact, operator: 'lessThan', value: (at % 7) + 1 },
        { fact: other, operator: 'greaterThan', value: (at % 5) / 2 },
        { fact: 'equity', operator: 'greaterThan', value: { fact: 'notional' } },
      ],
    };
  });

  it('looking for milder zones of worse accounts takes no more than one question may', () => {
    const inquiry = inquiryOf(listOf(windows), budgetOf(20_000));
    const findings = findNonMonotone(inquiry);
    const used = inquiry.budget.whole - inquiry.budget.left;
    expect(findings.at(-1)?.answer).toBe('unknown');
    expect(used).toBeLessThan(20_000 / 4);
  });
});
