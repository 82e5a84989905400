import type { ValuationDocument } from './schema.ts';

/** The venue's choices, as evaluation reads them. */
export interface Valuation {
  /** What a multi-asset pool is counted in. */
  readonly valuationAsset: string;
  readonly collateralMode: 'settlement-asset' | 'multi-asset';
  /** In order of precedence. */
  readonly tags: readonly string[];
}

export function compile(document: ValuationDocument): Valuation {
  return { valuationAsset: document.valuationAsset, collateralMode: document.collateralMode, tags: document.tags };
}
