import { decimal, formatDecimal } from '@backstop/core/num';
import { placesById, shareProofs, type LayerOutcome, type WaterfallOutcome } from '@backstop/core/waterfall';

/** What one account bears, with its proof, as it is stored and told. */
export interface LossAllocation {
  /** From 1. */
  readonly sequence: number;
  readonly layer: 'adl' | 'socialization';
  readonly account: string;
  /** Whole units of the asset, or lots. */
  readonly units: string;
  /** The same in the asset, or in contracts. */
  readonly amount: string;
  readonly proof: Record<string, unknown>;
}

/**
 * Who bears what: positions that are closed by rank, then every candidate of what is shared out, zeros included, the largest
 * share first and ties by id, so that the digest can be reckoned from the list alone.
 */
export function lossAllocations({ layers }: WaterfallOutcome, precision: number): LossAllocation[] {
  const rows = layers.flatMap((layer) => rowsOf(layer, precision));
  return rows.map((row, index) => ({ sequence: index + 1, ...row }));
}

type Row = Omit<LossAllocation, 'sequence'>;

function rowsOf(layer: LayerOutcome, precision: number): Row[] {
  if (layer.type === 'adl') {
    return layer.closes.map(({ id, lots, size, ...proof }) => ({
      layer: 'adl',
      account: id,
      units: String(lots),
      amount: formatDecimal(size),
      proof: {
        scope: proof.scope,
        rank: proof.rank,
        score: String(proof.score),
        lotsMax: String(proof.lotsMax),
        lotsBefore: String(proof.lotsBefore),
        realizedPnl: formatDecimal(proof.realizedPnl),
        cost: formatDecimal(proof.cost),
      },
    }));
  }
  if (layer.type !== 'socialization' || layer.allocation === null) return [];
  const { shares, question } = layer.allocation;
  const proofOf = shareProofs(layer.allocation);
  const places = [...placesById(question.participants.ids)];
  // The sort is stable: among equal shares ids decide.
  places.sort((a, b) => compareUnits(shares[b] ?? 0n, shares[a] ?? 0n));
  return places.map((place) => {
    const { id, share, capacity, cap, weight, ...proof } = proofOf(place);
    return {
      layer: 'socialization',
      account: id,
      units: String(share),
      amount: formatDecimal(decimal(share, precision)),
      proof: {
        capacity: String(capacity),
        cap: textOf(cap),
        weight: weight === null ? null : formatDecimal(weight),
        level: proof.level,
        floor: textOf(proof.floor),
        remainderRank: proof.remainderRank,
        queuePlace: proof.queuePlace,
        queueBefore: textOf(proof.queueBefore),
      },
    };
  });
}

function compareUnits(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function textOf(value: bigint | null): string | null {
  return value === null ? null : String(value);
}
