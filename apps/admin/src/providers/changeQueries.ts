import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChangeResource } from '@backstop/contracts';
import { changeApi, type ChangePage } from './changeApi.ts';
import { untilThen } from './untilThen.ts';

/** How often what waits is asked for while a page is open, in milliseconds. */
const WAITING_AGE_MAX = 15_000;

/** How long after an approval the service may still speak of the set before it, in milliseconds. */
const KNOWN_EVERYWHERE = 1500;

/** How long the console trusts what the service said of a submission, in milliseconds: others write meanwhile. */
const TRIAL_AGE_MAX = 60_000;

/** What is known of one revision: a write makes another, and this one is not asked about any more. */
const OF_A_REVISION: readonly unknown[] = ['one', 'trial', 'preview'];

/** Changes that wait for somebody at once; more than anybody reads. */
const WAITING_MAX = 200;

/** Everything that waits for whoever is signed in. */
export function useWaiting(isAsked = true) {
  return useQuery({
    queryKey: ['changes', 'waiting'],
    queryFn: ({ signal }) => changeApi.list({ waiting: 'true', limit: WAITING_MAX, sort: 'updatedAt' }, signal),
    refetchInterval: WAITING_AGE_MAX,
    enabled: isAsked,
  });
}

/** Some changes by the API's own query, such as those of one policy that are still open. */
export function useChanges(query: Readonly<Record<string, string | number>>, isAsked = true) {
  return useQuery<ChangePage>({
    queryKey: ['changes', 'list', query],
    queryFn: ({ signal }) => changeApi.list(query, signal),
    placeholderData: keepPreviousData,
    enabled: isAsked,
  });
}

/**
 * One change whole. Where it is followed it is asked again while the page is open, so that a second reviewer sees what
 * the first one did, and the moment at which it begins is not missed.
 */
export function useChange(id: string | null, isFollowed: boolean) {
  return useQuery({
    queryKey: changeKey(id ?? ''),
    queryFn: ({ signal }) => changeApi.find(id ?? '', signal),
    enabled: id !== null,
    refetchInterval: ({ state }) => isFollowed && untilThen(state.data?.effectiveFrom ?? null, WAITING_AGE_MAX),
  });
}

const TRIALS = ['changes', 'trial'] as const;

/**
 * What a submission of the change as it was read would be answered. The service goes through all of it, which may take
 * seconds: asked once for each revision, and again when somebody wants it.
 */
export function useTrial(change: Pick<ChangeResource, 'id' | 'revision'>, isAsked: boolean) {
  return useQuery({
    queryKey: [...TRIALS, change.id, change.revision],
    queryFn: ({ signal }) => changeApi.tried(change, signal),
    enabled: isAsked,
    staleTime: TRIAL_AGE_MAX,
    retry: false,
  });
}

/** What users of the venue are told. */
export function useNotice(id: string, revision: number, isAsked: boolean) {
  return useQuery({
    queryKey: ['changes', 'notice', id, revision],
    queryFn: ({ signal }) => changeApi.notice(id, signal),
    enabled: isAsked,
  });
}

/**
 * A write that answers with the changed change: never shown before the answer is there. Everything else that was read
 * of changes, policies and the set in force is asked again.
 */
export function useChangeWrite<Input>(write: (input: Input) => Promise<ChangeResource>) {
  const client = useQueryClient();
  const askAgain = (): void => {
    void client.invalidateQueries({ queryKey: ['policy-set'] });
    void client.invalidateQueries({ queryKey: ['policies'] });
  };
  return useMutation({
    mutationFn: write,
    retry: false,
    // What is being tried is of the revision before: its answer would come too late.
    onMutate: () => client.cancelQueries({ queryKey: TRIALS }),
    onError: () => client.invalidateQueries({ queryKey: TRIALS }),
    onSuccess: (changed) => {
      client.setQueryData(changeKey(changed.id), changed);
      void client.invalidateQueries({
        queryKey: ['changes'],
        predicate: ({ queryKey }) => !OF_A_REVISION.includes(queryKey[1]),
      });
      askAgain();
      setTimeout(askAgain, KNOWN_EVERYWHERE);
    },
  });
}

/** Reads a change again, after somebody else has written. */
export function useReload(): (id: string) => Promise<ChangeResource> {
  const client = useQueryClient();
  return (id) =>
    client.query({ queryKey: changeKey(id), queryFn: ({ signal }) => changeApi.find(id, signal), staleTime: 0 });
}

/** What a change is kept under. */
export function changeKey(id: string): readonly string[] {
  return ['changes', 'one', id];
}
