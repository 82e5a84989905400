import { useQuery } from '@tanstack/react-query';
import { accessApi } from './accessApi.ts';

/** How long a name is taken for current, in milliseconds. */
const NAMES_AGE_MAX = 300_000;

/** Who works here: the names that go with the ids in changes, reviews and the audit. */
export function useDirectory() {
  return useQuery({
    queryKey: ['directory'],
    queryFn: ({ signal }) => accessApi.directory(signal),
    staleTime: NAMES_AGE_MAX,
  });
}
