import { pathOf, paths, policyVersionResource } from '@backstop/contracts';
import type { SignedIn } from './sign-in.ts';

interface Tier {
  maintenanceMarginRate: string;
  maintenanceDeduction: string | null;
}

/** An entry of a change: the ladder in force with its first maintenance rate moved by a part of itself. */
export async function movedLadder(by: Pick<SignedIn, 'fetch'>, policy: string, part: number): Promise<LadderEntry> {
  const versions = await by.fetch(`${pathOf(paths.policyVersions, { id: policy })}?limit=100`);
  const rows = (await versions.json()) as { version: number; status: string }[];
  const version = rows.find(({ status }) => status === 'active')?.version ?? 1;
  const response = await by.fetch(pathOf(paths.policyVersion, { id: policy, version }));
  const { title, scope, document } = policyVersionResource.parse(await response.json());
  const { tiers } = document as { tiers: Tier[] };
  const [first] = tiers;
  if (first === undefined) throw new Error(`${policy} has no tier`);
  first.maintenanceMarginRate = (Number(first.maintenanceMarginRate) * (1 + part)).toFixed(6);
  // What tiers state of their own deduction follows from the rates.
  for (const tier of tiers) tier.maintenanceDeduction = null;
  return { policy, title, scope, document };
}

/** The same where it takes one approval and no notice: a lower rate. */
export function loosened(by: Pick<SignedIn, 'fetch'>, policy: string): Promise<LadderEntry> {
  return movedLadder(by, policy, -0.01);
}

/** The same where it takes two approvals and a day. */
export function raised(by: Pick<SignedIn, 'fetch'>, policy: string): Promise<LadderEntry> {
  return movedLadder(by, policy, 0.1);
}

/** A ladder as a change names it. */
export interface LadderEntry {
  readonly policy: string;
  readonly title: string;
  readonly scope: object;
  readonly document: unknown;
}
