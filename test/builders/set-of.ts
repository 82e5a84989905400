import { policySetOf } from '@backstop/core/change';
import { compileSet } from '@backstop/core/evaluation';
import type { CompiledSet } from '@backstop/core/evaluation';
import type { PolicySet, Scope } from '@backstop/core/policy';
import { sha256 } from './sha256.ts';
import { versionOf } from './version-of.ts';

/** A venue's policies as their authors would write them: documents by kind, ladders by contract, haircuts by asset. */
export interface VenueWords {
  readonly valuationAsset: string;
  readonly collateralMode: 'settlement-asset' | 'multi-asset';
  /** Tags in order of precedence. */
  readonly tags?: readonly string[];
  readonly assets: readonly { readonly asset: string; readonly precision: number }[];
  readonly contracts: readonly Readonly<Record<string, unknown>>[];
  readonly ladders: Readonly<Record<string, unknown>>;
  readonly haircuts?: Readonly<Record<string, unknown>>;
  readonly trigger?: unknown;
  /** Further envelopes, such as those for accounts with a tag. */
  readonly more?: readonly PolicyWords[];
}

export interface PolicyWords {
  readonly kind: string;
  readonly key: string;
  readonly scope: Scope;
  readonly document: unknown;
}

/** Liquidates what is liquidatable and nothing else. */
export const PLAIN_TRIGGER = {
  rules: [
    {
      name: 'maintenance',
      conditions: { all: [{ fact: 'equity', operator: 'lessThan', value: { fact: 'maintenanceMargin' } }] },
      event: { type: 'liquidation', params: { actions: [{ type: 'plan-liquidation' }] } },
    },
  ],
} as const;

const compiledSets = new WeakMap<VenueWords, CompiledSet>();

/** The venue's policies as a set, compiled once per object of words; a problem stops the test with its words. */
export function setOf(venue: VenueWords): CompiledSet {
  const known = compiledSets.get(venue);
  if (known !== undefined) return known;
  const compiled = compileSet(policySet(venue));
  if (!compiled.ok) throw new Error(`a set of a test is wrong: ${JSON.stringify(compiled.problems, null, 2)}`);
  compiledSets.set(venue, compiled.value);
  return compiled.value;
}

/** The same before it is compiled. */
export function policySet(venue: VenueWords): PolicySet {
  return policySetOf(
    policiesOf(venue).map((words) => versionOf({ title: words.key, ...words })),
    sha256,
  );
}

function policiesOf(venue: VenueWords): PolicyWords[] {
  const { valuationAsset, collateralMode, tags = [], assets, contracts } = venue;
  const everything = { contracts: '*' } as const;
  return [
    { kind: 'valuation', key: 'venue', scope: everything, document: { valuationAsset, collateralMode, tags } },
    { kind: 'contract-specification', key: 'venue', scope: everything, document: { assets, contracts } },
    { kind: 'liquidation-trigger', key: 'venue', scope: everything, document: venue.trigger ?? PLAIN_TRIGGER },
    ...Object.entries(venue.ladders).map(([contract, document]) => {
      return { kind: 'margin-tiers', key: contract, scope: { contracts: [contract] }, document };
    }),
    ...Object.entries(venue.haircuts ?? {}).map(([asset, document]) => {
      return { kind: 'collateral-haircut', key: asset, scope: { assets: [asset] }, document };
    }),
    ...(venue.more ?? []),
  ];
}
