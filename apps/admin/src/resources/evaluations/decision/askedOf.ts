import { isRecord } from '../../../text/isRecord.ts';

/** What the request says of a position and the decision does not repeat. */
export interface Asked {
  /** Mark prices by contract. */
  readonly marks: ReadonlyMap<string, string>;
  /** Signed sizes by `positionKey`. */
  readonly sizes: ReadonlyMap<string, string>;
}

/** A position is unique in its account by these three. */
export function positionKey(contract: string, side: string, margin: string): string {
  return `${contract} ${side} ${margin}`;
}

/** Mark prices and sizes of a request; what is neither is left out. */
export function askedOf(request: unknown): Asked {
  const contracts = at(at(request, 'market'), 'contracts');
  const positions = at(at(request, 'account'), 'positions');
  return {
    marks: new Map(
      Object.entries(isRecord(contracts) ? contracts : {}).flatMap(([contract, row]) =>
        pair(contract, at(row, 'markPrice')),
      ),
    ),
    sizes: new Map(
      (Array.isArray(positions) ? (positions as unknown[]) : []).flatMap((position) => {
        const [contract, side, margin] = [
          at(position, 'contract'),
          at(position, 'side') ?? 'net',
          at(position, 'margin'),
        ];
        const isNamed = typeof contract === 'string' && typeof side === 'string' && typeof margin === 'string';
        return isNamed ? pair(positionKey(contract, side, margin), at(position, 'size')) : [];
      }),
    ),
  };
}

function pair(key: string, value: unknown): (readonly [string, string])[] {
  return typeof value === 'string' ? [[key, value]] : [];
}

function at(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}
