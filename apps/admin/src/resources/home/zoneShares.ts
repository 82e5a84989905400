import type { BookZonesResource } from '@backstop/contracts';
import { zoneTone } from '../../fields/zoneTone.ts';
import type { Tone } from '../../layout/palette.ts';

export interface ZoneShare {
  readonly zone: string | null;
  readonly tone: Tone;
  readonly actions: readonly { readonly type: string }[];
  readonly scopes: number;
  /** Of all scopes of the book, from 0 to 1; to draw with. */
  readonly share: number;
}

const GRAVEST_FIRST: readonly Tone[] = ['grave', 'danger', 'unknown', 'caution', 'neutral', 'healthy'];

/** The zones of a book, the gravest first. */
export function zoneShares({ zones, scopes }: Pick<BookZonesResource, 'zones' | 'scopes'>): readonly ZoneShare[] {
  return zones
    .map(({ zone, actions, scopes: held }) => {
      const types = actions.map((type) => ({ type }));
      return { zone, tone: zoneTone(zone, types), actions: types, scopes: held, share: held / scopes };
    })
    .toSorted((a, b) => GRAVEST_FIRST.indexOf(a.tone) - GRAVEST_FIRST.indexOf(b.tone) || a.scopes - b.scopes);
}
