import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { api } from '../../providers/dataProvider.ts';
import { narrowed, type PolicyFilter } from './policyFilter.ts';

/** How many policies of each kind the other filters leave; null while it is not known. */
export function useKindCounts(kinds: readonly string[], filter: PolicyFilter): ReadonlyMap<string, number | null> {
  const answers = useQueries({
    queries: kinds.map((kind) => {
      const within = narrowed({ ...filter, kind });
      return {
        queryKey: ['policies', 'count', within],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          api.policies({ pagination: { page: 1, perPage: 1 }, filter: within, signal }),
        placeholderData: keepPreviousData,
        staleTime: 15_000,
      };
    }),
  });
  return new Map(kinds.map((kind, index) => [kind, answers[index]?.data?.total ?? null]));
}
