import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesDocument, DECIMALS } from './rules-document.ts';

const REFERENCE = 'rules/perp-linear-reference';

/** As many policies as a large venue may have: the reference profile, and copies of its ladders under other names. */
export function writeLargeProfile(folder: string, policies: number): void {
  cpSync(REFERENCE, folder, { recursive: true });
  const file = join(folder, 'set.json');
  const set = JSON.parse(readFileSync(file, 'utf8')) as { policies: string[] };
  const ladders = set.policies.filter((path) => path.startsWith('margin-tiers/'));
  const [base] = ladders;
  if (base === undefined) throw new Error('the reference profile has no ladder');
  const specificationFile = join(folder, 'contract-specification/default.json');
  const specification = JSON.parse(readFileSync(specificationFile, 'utf8')) as Specification;
  const { contracts } = specification.document;
  for (let number = set.policies.length; number < policies; number += 1) {
    const ladder = JSON.parse(
      readFileSync(join(REFERENCE, ladders[number % ladders.length] ?? base), 'utf8'),
    ) as object;
    const key = `COPY${String(number)}`;
    const path = `margin-tiers/${key}.json`;
    writeFileSync(join(folder, path), JSON.stringify({ ...ladder, key, title: key, scope: { contracts: [key] } }));
    contracts.push({ ...contracts[0], contract: key });
    set.policies.push(path);
  }
  writeFileSync(file, JSON.stringify(set));
  writeFileSync(specificationFile, JSON.stringify(specification));
}

interface Specification {
  readonly document: { readonly contracts: object[] };
}

/** A ladder of many tiers, each a little steeper than the one before it. */
export function longLadder(count: number): object {
  const tiers = Array.from({ length: count }, (_, at) => ({
    notionalFloor: String(at * 100_000),
    notionalCap: at === count - 1 ? null : String((at + 1) * 100_000),
    maintenanceMarginRate: `0.${String(at + 5).padStart(3, '0')}`,
    initialMarginRate: `0.${String(2 * (at + 5)).padStart(3, '0')}`,
    leverageMax: null,
    maintenanceDeduction: null,
  }));
  return { ...LADDER, tiers };
}

const LADDER = {
  ...{
    model: 'step',
    boundary: 'floor-inclusive',
    deduction: 'continuous',
    maintenanceBasis: 'mark',
    closeFeeRate: '0',
  },
  ...{ hedgeNetting: 'net', rateDecimals: 8, rateRounding: 'ceil', basis: 'notional' },
};

/** A list of many rules, those that the compiler is measured on. */
export function longRules(count: number): object {
  const rules = rulesDocument(count, DECIMALS).map(({ conditions, priority }, at) => {
    const type = ZONES[at % ZONES.length] ?? 'watch';
    return { name: `rule-${String(at)}`, priority, conditions, event: { type, params: { actions: ACTIONS } } };
  });
  return { rules };
}

const ZONES = ['watch', 'warning', 'margin-call', 'reduce-only'];
const ACTIONS = [{ type: 'notify', params: {} }];
