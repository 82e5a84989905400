import { collateralHaircut } from '@backstop/core/kinds/collateral-haircut';
import type { CollateralHaircutDocument } from '@backstop/core/kinds/collateral-haircut';
import { marginTiers } from '@backstop/core/kinds/margin-tiers';
import type { MarginTiersDocument } from '@backstop/core/kinds/margin-tiers';
import type { World } from '../builders/arbitrary-world.ts';
import { exact } from './exact.ts';
import type { Exact } from './exact.ts';

/** What the slow evaluator knows of a venue: its documents with defaults filled, and nothing compiled. */
export interface SlowVenue {
  readonly valuationAsset: string;
  readonly isMultiAsset: boolean;
  readonly precisionOf: (asset: string) => number;
  readonly contractOf: (name: string) => SlowContract;
  readonly haircutOf: (asset: string) => CollateralHaircutDocument;
}

export interface SlowContract {
  readonly name: string;
  readonly isLinear: boolean;
  readonly multiplier: Exact;
  readonly asset: string;
  readonly precision: number;
  readonly tick: Exact;
  readonly ladder: MarginTiersDocument;
}

const known = new WeakMap<World['venue'], SlowVenue>();

/** The venue that the words describe. */
export function slowVenue(words: World['venue']): SlowVenue {
  const found = known.get(words) ?? readVenue(words);
  known.set(words, found);
  return found;
}

function readVenue(words: World['venue']): SlowVenue {
  const precisions = new Map(words.assets.map(({ asset, precision }) => [asset, precision]));
  const precisionOf = (asset: string): number => given(precisions.get(asset), asset);
  const contracts = new Map(
    words.contracts.map((row) => {
      const name = String(row['contract']);
      const asset = String(row['settlementAsset']);
      const contract: SlowContract = {
        name,
        isLinear: row['type'] === 'linear',
        multiplier: exact(String(row['multiplier'])),
        asset,
        precision: precisionOf(asset),
        tick: exact(typeof row['tickSize'] === 'string' ? row['tickSize'] : '0.00000001'),
        ladder: marginTiers.schema.parse(words.ladders[name]),
      };
      return [name, contract] as const;
    }),
  );
  const haircuts = new Map(
    Object.entries(words.haircuts ?? {}).map(([asset, document]) => [asset, collateralHaircut.schema.parse(document)]),
  );
  return {
    valuationAsset: words.valuationAsset,
    isMultiAsset: words.collateralMode === 'multi-asset',
    precisionOf,
    contractOf: (name) => given(contracts.get(name), name),
    haircutOf: (asset) => given(haircuts.get(asset), asset),
  };
}

function given<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`the venue of a test does not know ${name}`);
  return value;
}
