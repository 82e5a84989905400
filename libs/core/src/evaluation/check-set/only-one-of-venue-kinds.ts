import type { Problem } from '../../problem/index.ts';
import type { SetPolicies } from '../set-policies.ts';

/** A set has exactly one contract specification and exactly one valuation: they speak for the whole venue. */
export function onlyOneOfVenueKinds(policies: SetPolicies): Problem[] {
  return [
    ...exactlyOne('contract-specification', policies.specifications.length),
    ...exactlyOne('valuation', policies.valuations.length),
  ];
}

function exactlyOne(kind: string, count: number): Problem[] {
  if (count === 1) return [];
  return [
    {
      code: 'set_must_have_exactly_one',
      path: `/${kind}`,
      message: `the policy set has ${String(count)} policies of kind \`${kind}\` in force and must have exactly one`,
    },
  ];
}
