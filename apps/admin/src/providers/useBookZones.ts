import { useQuery } from '@tanstack/react-query';
import { bookApi } from './bookApi.ts';

/** How old the zones of the book may be while somebody looks at them, in milliseconds. */
const ZONES_AGE_MAX = 30_000;

/** The last books by zone, asked again while the page is open. */
export function useBookZones(limit: number, isAsked = true) {
  return useQuery({
    queryKey: ['book', 'zones', limit],
    queryFn: ({ signal }) => bookApi.zones(limit, signal),
    refetchInterval: ZONES_AGE_MAX,
    enabled: isAsked,
  });
}
