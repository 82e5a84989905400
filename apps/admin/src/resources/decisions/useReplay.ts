import { useQuery } from '@tanstack/react-query';
import type { LoggedDecision } from '@backstop/contracts';
import { decisionApi } from '../../providers/decisionApi.ts';

/**
 * What came of deciding an entry once more. Of evaluations and plans it is asked at once, which also brings the trace; a loss
 * may have been run on a large book, and is run again when somebody asks.
 */
export function useReplay(id: string, type: LoggedDecision['type']) {
  return useQuery({
    queryKey: ['decisions', 'replay', id],
    queryFn: ({ signal }) => decisionApi.replay(id, signal),
    enabled: type !== 'loss',
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}
