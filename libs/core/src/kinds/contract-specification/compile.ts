import { InvariantError } from '../../num/index.ts';
import { decimalOf, decimalOrNull } from '../../policy/index.ts';
import { parseInstant } from '../../venue/index.ts';
import type { Asset, Contract, Instant } from '../../venue/index.ts';
import type { ContractRow, ContractSpecificationDocument } from './schema.ts';

/** The venue's assets and contracts by name. */
export interface ContractSpecification {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly contracts: ReadonlyMap<string, Contract>;
}

/** Both tables with exact numbers and instants; of two rows with one name, which `check` refuses, the last stays. */
export function compile(document: ContractSpecificationDocument): ContractSpecification {
  return {
    assets: new Map(document.assets.map((row) => [row.asset, { asset: row.asset, precision: row.precision }])),
    contracts: new Map(document.contracts.map((row) => [row.contract, contractOf(row)])),
  };
}

function contractOf(row: ContractRow): Contract {
  return {
    contract: row.contract,
    type: row.type,
    multiplier: decimalOf(row.multiplier),
    base: row.base,
    quote: row.quote,
    settlementAsset: row.settlementAsset,
    tickSize: decimalOrNull(row.tickSize),
    lotSize: decimalOrNull(row.lotSize),
    group: row.group,
    expiresAt: row.expiresAt === null ? null : instantOf(row.expiresAt),
    positionSizeMax: decimalOrNull(row.positionSizeMax),
    openInterestMax: decimalOrNull(row.openInterestMax),
    listing: row.listing,
  };
}

function instantOf(text: string): Instant {
  const at = parseInstant(text);
  if (at === null) throw new InvariantError(`not an instant: ${text}`);
  return at;
}
