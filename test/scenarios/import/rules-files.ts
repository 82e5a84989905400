import { readFileSync } from 'node:fs';
import type { PolicyEnvelope } from '@backstop/core/policy';

const RULES = new URL('../../../rules/', import.meta.url);

/** What `set.json` of a profile says. */
export interface SetFile {
  readonly profile: string;
  readonly canonical: number;
  readonly effectiveFrom: string;
  readonly valuationAsset: string;
  readonly collateralMode: string;
  readonly tags: readonly string[];
  readonly policies: readonly string[];
  readonly history?: string;
}

/** A row of a ladder as the sources state it. */
export interface PublishedTier {
  readonly notionalFloor: string;
  readonly notionalCap: string;
  readonly maintenanceMarginRate: string;
  readonly maintenanceDeduction: string;
  readonly leverageMax: string;
}

export interface PublishedSnapshot {
  readonly asOf: string;
  readonly instruments: Readonly<Record<string, readonly PublishedTier[]>>;
}

export interface PublishedLine {
  readonly seenOn: string;
  readonly instrument: string;
  readonly tiers: readonly PublishedTier[] | null;
}

/** The text of a file below `rules/`. */
export function rulesFile(path: string): string {
  return readFileSync(new URL(path, RULES), 'utf8');
}

/** `set.json` of a profile and its policies, the valuation among them, as an import reads them. */
export function readProfile(profile: string): { set: SetFile; policies: PolicyEnvelope[] } {
  const set = JSON.parse(rulesFile(`${profile}/set.json`)) as SetFile;
  const { valuationAsset, collateralMode, tags } = set;
  const valuation: PolicyEnvelope = {
    kind: 'valuation',
    key: 'default',
    title: 'Valuation',
    scope: { contracts: '*' },
    document: { valuationAsset, collateralMode, tags },
  };
  const written = set.policies.map((path) => JSON.parse(rulesFile(`${profile}/${path}`)) as PolicyEnvelope);
  return { set, policies: [valuation, ...written] };
}

/** The snapshot that the reference profile is made from, as published. */
export function publishedSnapshot(): PublishedSnapshot {
  return JSON.parse(rulesFile('perp-linear-reference/origin/binance-usdm-tiers-2024-10-24.json')) as PublishedSnapshot;
}

/** The history as published, line by line. */
export function publishedHistory(): PublishedLine[] {
  return rulesFile('history/binance-usdm.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as PublishedLine);
}
