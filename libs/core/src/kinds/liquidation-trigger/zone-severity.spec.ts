import { expect, it } from 'vitest';
import { bindTrigger } from './bound-trigger.ts';
import { liquidationTrigger } from './index.ts';
import { severityIn } from './zone-severity.ts';

const LIQUIDATE = [{ type: 'plan-liquidation', params: {} }] as const;

/** A trigger whose rules give these zones in this order, all of them liquidating. */
function trigger(...zones: string[]) {
  const rules = zones.map((type, at) => ({
    name: `r${String(at)}`,
    conditions: { all: [{ fact: 'equity', operator: 'lessThan', value: { fact: 'maintenanceMargin' } }] },
    event: { type, params: { actions: LIQUIDATE } },
  }));
  return bindTrigger(liquidationTrigger.schema.parse({ rules }));
}

it.each([
  [['partial-liquidation', 'liquidation', 'takeover']],
  [['liquidation', 'partial-liquidation', 'takeover']],
  [['takeover', 'liquidation', 'partial-liquidation']],
])('known zones have one order wherever they stand: %j', (zones) => {
  const bound = trigger(...zones);
  const known = ['partial-liquidation', 'liquidation', 'takeover'];
  const severities = known.map((zone) => severityIn(bound, zone, LIQUIDATE));
  expect(severities).toEqual(severities.toSorted((a, b) => a - b));
  expect(new Set(severities).size).toBe(3);
});

it('other zones stand where their first rule is tried, and none shares a place', () => {
  const zones = ['first', 'partial-liquidation', 'second', 'liquidation', 'third'];
  const bound = trigger(...zones);
  const bySeverity = zones.toSorted((a, b) => severityIn(bound, b, LIQUIDATE) - severityIn(bound, a, LIQUIDATE));
  expect(bySeverity).toEqual(['first', 'liquidation', 'second', 'partial-liquidation', 'third']);
});

it('what is done comes before every name', () => {
  const bound = trigger('takeover', 'warning');
  expect(severityIn(bound, 'warning', LIQUIDATE)).toBeGreaterThan(
    severityIn(bound, 'takeover', [{ type: 'notify', params: {} }]),
  );
});
