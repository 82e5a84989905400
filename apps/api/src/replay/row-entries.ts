import type { EntryRequest } from '@backstop/contracts';
import type { kinds } from '@backstop/core/kinds';
import { InvariantError } from '@backstop/core/num';
import type { PolicySet, PolicyVersion } from '@backstop/core/policy';
import type { PlannedVersion } from '../import/import-plan.ts';
import type { HistoryDay, HistoryRow } from './read-history.ts';

type Specification = ReturnType<(typeof kinds)['contract-specification']['schema']['parse']>;

/**
 * What a row asks for: the ladder, and beside it the specification where its contract comes or goes, since a listed
 * contract must have a ladder and a ladder its contract. The specification is the one in force with this contract alone
 * as the history has it that day.
 */
export function rowEntries({ ladder, contract }: HistoryRow, day: HistoryDay, inForce: PolicySet): EntryRequest[] {
  const entries = [entryOf(ladder)];
  if (day.specification === null) return entries;
  const current = inForce.versions.find(({ policy }) => policy === day.specification?.policy);
  if (current === undefined) throw new InvariantError('no specification is in force');
  const wanted = withContract(current, day.specification, contract);
  return wanted === null ? entries : [{ ...entryOf(day.specification), document: wanted }, ...entries];
}

function entryOf({ policy, title, scope, document, ends }: PlannedVersion): EntryRequest {
  // What an end once said goes with it.
  return { policy, title, scope: { ...scope }, document: ends ? null : (document as object as Json), mode: 'enforce' };
}

type Json = Record<string, unknown>;

/** The document of the specification in force with a row of another one; null where that row is the same in both. */
function withContract(current: PolicyVersion, target: PlannedVersion, contract: string): Json | null {
  const [was, is] = [current.document as Specification, target.document as Specification];
  const row = is.contracts.find((each) => each.contract === contract);
  const known = was.contracts.find((each) => each.contract === contract);
  if (row === undefined || row.listing === known?.listing) return null;
  const named = new Set([row.base, row.quote, row.settlementAsset, ...was.assets.map(({ asset }) => asset)]);
  const others = was.contracts.filter((each) => each.contract !== contract);
  return { assets: is.assets.filter(({ asset }) => named.has(asset)), contracts: [...others, row] };
}
