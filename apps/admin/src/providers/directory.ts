import { useQuery } from '@tanstack/react-query';
import { accessApi } from './accessApi.ts';

/** How long a name is taken for current, in milliseconds. */
const NAMES_AGE_MAX = 300_000;

/** People by their names in plain text; the id where no name is known. */
export function useNameOf(): (id: string) => string {
  const { data: people = [] } = useDirectory();
  return (id) => people.find((person) => person.id === id)?.name ?? id;
}

/** Who works here: the names that go with the ids in changes, reviews and the audit. */
export function useDirectory() {
  return useQuery({
    queryKey: ['directory'],
    queryFn: ({ signal }) => accessApi.directory(signal),
    staleTime: NAMES_AGE_MAX,
  });
}
