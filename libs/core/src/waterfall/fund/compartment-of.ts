import type { Compartment, FundRules } from './fund-rules.ts';

/** The compartment that pays losses of a group of contracts in their settlement asset; null where none stands for them. */
export function compartmentOf({ compartments }: FundRules, group: string, asset: string): Compartment | null {
  const ofAsset = compartments.filter((compartment) => compartment.asset === asset);
  return (
    ofAsset.find(({ groups }) => groups?.has(group) ?? false) ?? ofAsset.find(({ groups }) => groups === null) ?? null
  );
}
