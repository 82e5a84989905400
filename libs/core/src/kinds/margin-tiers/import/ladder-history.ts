import { policyId } from '../../../policy/index.ts';
import type { PolicyEnvelope } from '../../../policy/index.ts';
import { formatInstant } from '../../../venue/index.ts';
import type { Instant } from '../../../venue/index.ts';
import { contractSpecificationOf } from './contract-specification-of.ts';
import type { ListedContract } from './contract-specification-of.ts';
import { readHistory } from './read-history.ts';
import type { HistoryEntry, HistoryNote, HistoryProblem } from './read-history.ts';

/** A history of ladders as changes to import in their order, with every problem in it and what was read how. */
export interface LadderHistory {
  /** One for each day, ascending; a line with a problem is in none. */
  readonly changes: readonly HistoryChange[];
  readonly problems: readonly HistoryProblem[];
  readonly notes: readonly HistoryNote[];
}

/** What took effect together. */
export interface HistoryChange {
  /** 00:00 UTC of its day. */
  readonly effectiveFrom: string;
  /** The contract specification first, where contracts came or went; then the ladders in the order of the lines. */
  readonly versions: readonly HistoryVersion[];
}

/** A further version of a policy: its envelope, or null where it takes the policy out of force. */
export interface HistoryVersion {
  /** `<kind>.<key>`. */
  readonly policy: string;
  readonly envelope: PolicyEnvelope | null;
}

/**
 * The lines of a history of ladders, each parsed from JSON, in their order, as successive changes.
 *
 * Each day is one change at 00:00 UTC: a version of every ladder that changed, an end for every contract that was
 * delisted, and, where contracts came or went, the contract specification as of that day, in which delisted contracts
 * stay as `delisted`. So at every instant each contract that is not delisted has a ladder. `furtherAssets` are listed
 * beside those that the contracts name (collateral that no contract trades).
 *
 * Problems beyond those of a ladder and of a symbol: `day_not_a_date`, `days_out_of_order`, `instrument_missing`,
 * `tiers_missing`, `ladder_repeated` (twice on one day), `delisted_without_ladder`.
 */
export function ladderHistory(lines: readonly unknown[], furtherAssets: readonly string[] = []): LadderHistory {
  const { entries, problems, notes } = readHistory(lines);
  const contracts = new Map<string, ListedContract>();
  const changes = [...byDay(entries)].map(([day, ofDay]) => ({
    effectiveFrom: formatInstant(day),
    versions: [...specificationVersions(contracts, ofDay, furtherAssets), ...ofDay.map(ladderVersion)],
  }));
  return { changes, problems, notes };
}

function byDay(entries: readonly HistoryEntry[]): ReadonlyMap<Instant, readonly HistoryEntry[]> {
  const days = new Map<Instant, HistoryEntry[]>();
  for (const entry of entries) {
    const ofDay = days.get(entry.at);
    if (ofDay === undefined) days.set(entry.at, [entry]);
    else ofDay.push(entry);
  }
  return days;
}

function ladderVersion({ contract, ladder }: HistoryEntry): HistoryVersion {
  return { policy: policyId('margin-tiers', contract.contract), envelope: ladder };
}

/** The specification where a listing changes that day; `contracts` is what was known before and takes up the day. */
function specificationVersions(
  contracts: Map<string, ListedContract>,
  entries: readonly HistoryEntry[],
  furtherAssets: readonly string[],
): HistoryVersion[] {
  let hasChanged = false;
  for (const { contract, ladder } of entries) {
    const listing = ladder === null ? 'delisted' : 'listed';
    if (contracts.get(contract.contract)?.listing === listing) continue;
    contracts.set(contract.contract, { ...contract, listing });
    hasChanged = true;
  }
  if (!hasChanged) return [];
  const envelope = contractSpecificationOf([...contracts.values()], furtherAssets);
  return [{ policy: policyId(envelope.kind, envelope.key), envelope }];
}
