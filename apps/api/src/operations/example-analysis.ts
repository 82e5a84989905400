/** A trigger whose warning comes earlier than that of the version before it, and hides the liquidation. */
export const exampleAnalysis = {
  kind: 'liquidation-trigger',
  document: {
    rules: [
      rule('warning', 'notify', { fact: 'marginRatio', operator: 'lessThan', value: '1.5' }),
      rule('liquidation', 'plan-liquidation', belowMaintenance()),
    ],
  },
  before: {
    rules: [
      rule('liquidation', 'plan-liquidation', belowMaintenance()),
      rule('warning', 'notify', { fact: 'marginRatio', operator: 'lessThan', value: '1.2' }),
    ],
  },
};

function belowMaintenance() {
  return { fact: 'equity', operator: 'lessThan', value: { fact: 'maintenanceMargin' } };
}

function rule(name: string, action: string, leaf: object) {
  return { name, conditions: { all: [leaf] }, event: { type: name, params: { actions: [{ type: action }] } } };
}
