import { useQuery } from '@tanstack/react-query';
import { fundApi } from './fundApi.ts';

/** How old balances may be while somebody looks at them, in milliseconds. */
const BALANCE_AGE_MAX = 15_000;

/** Every compartment of the insurance fund, asked again while the page is open. */
export function useFunds(isAsked = true) {
  return useQuery({
    queryKey: ['funds', 'list'],
    queryFn: ({ signal }) => fundApi.list(signal),
    refetchInterval: BALANCE_AGE_MAX,
    enabled: isAsked,
  });
}
