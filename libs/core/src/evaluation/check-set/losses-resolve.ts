import { suggestion } from '../../problem/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { SetPolicies } from '../set-policies.ts';

/** Compartments stand for groups and assets that there are, and a waterfall that waits for the fund has one to wait for. */
export function lossesResolve(policies: SetPolicies): Problem[] {
  return [...compartmentNames(policies), ...switchesToWaitFor(policies)];
}

function compartmentNames({ funds, specifications }: SetPolicies): Problem[] {
  const contracts = specifications.flatMap(({ compiled }) => [...compiled.contracts.values()]);
  const groups = new Set(contracts.map(({ group }) => group));
  const settled = new Set(contracts.map(({ settlementAsset }) => settlementAsset));
  return funds.flatMap(({ reference, compiled }) =>
    compiled.compartments.flatMap(({ name, groups: named, asset }) => {
      const path = `/${reference.policy}/document/compartments/name=${name}`;
      return [
        ...[...(named ?? [])].flatMap((group) => unknownName(`${path}/groups`, 'a group', group, groups)),
        ...unknownName(`${path}/asset`, 'a settlement asset', asset, settled),
      ];
    }),
  );
}

function unknownName(path: string, what: string, name: string, known: ReadonlySet<string>): Problem[] {
  if (known.has(name)) return [];
  const message = `\`${name}\` is not ${what} of the contract specification in force, so nothing would be paid`;
  return [{ code: 'compartment_names_unknown', path, message, ...suggestion(name, known) }];
}

function switchesToWaitFor({ waterfalls, funds }: SetPolicies): Problem[] {
  const compartments = funds.flatMap(({ compiled }) => compiled.compartments);
  if (compartments.some(({ adlSwitch, takeover }) => adlSwitch !== null || takeover !== null)) return [];
  return waterfalls.flatMap(({ reference, compiled }) =>
    compiled.layers.some((layer) => layer.type === 'adl' && layer.opens === 'fund-switch')
      ? [
          {
            code: 'adl_must_have_a_switch',
            path: `/${reference.policy}/document/layers/type=adl/opens`,
            message: 'deleveraging waits for a switch that no `insurance-fund` policy in force has',
            suggestion: 'always',
          },
        ]
      : [],
  );
}
