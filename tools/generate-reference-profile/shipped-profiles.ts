import type { PolicyEnvelope } from '@backstop/core/policy';
import { historyProfile } from './history-profile.ts';
import { profileFiles } from './profile-files.ts';
import type { ProfileFiles } from './profile-files.ts';
import { referenceProfile } from './reference-profile.ts';
import type { Snapshot } from './reference-profile.ts';

/** Where the figures come from, and the policies that are written by hand; below `rules/`. */
const SNAPSHOT = 'perp-linear-reference/origin/binance-usdm-tiers-2024-10-24.json';
const HISTORY = 'binance-usdm.jsonl';
/** What deciding about accounts and changing that take; the history has no more. */
const NEEDED = ['liquidation-trigger', 'change-guardrail'];
const WRITTEN = [
  ...NEEDED,
  'dynamic-margin',
  'forced-liquidation',
  'shortfall-penalty',
  'insurance-fund',
  'loss-waterfall',
  'balance-protection',
];

/** The generated files of each shipped profile, by its folder below `rules/`; `read` gives the text of a file there. */
export function shippedProfiles(read: (file: string) => string): ReadonlyMap<string, ProfileFiles> {
  const written = (kinds: readonly string[]): PolicyEnvelope[] =>
    kinds.map((kind) => JSON.parse(read(`perp-linear-reference/${kind}/default.json`)) as PolicyEnvelope);
  const snapshot = JSON.parse(read(SNAPSHOT)) as Snapshot;
  const [firstLine = '{}'] = read(`history/${HISTORY}`).split('\n', 1);
  const { seenOn } = JSON.parse(firstLine) as { seenOn: string };
  return new Map([
    ['perp-linear-reference', profileFiles(referenceProfile(snapshot, written(WRITTEN)))],
    ['history', profileFiles(historyProfile(seenOn, HISTORY, written(NEEDED)))],
  ]);
}
