import { useEffect } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { PRESENCE_SECONDS, type ChangePresence, type ChangeResource } from '@backstop/contracts';
import { isOpen } from '@backstop/core/change';
import { changeApi } from './changeApi.ts';
import { changeKey } from './changeQueries.ts';
import { readFailure } from './readFailure.ts';
import { useSession } from './session.ts';

/** How often it is asked who is there and said that one is, in milliseconds: one lost answer makes nobody disappear. */
const BEAT = (PRESENCE_SECONDS * 1000) / 3;

export type Editing = ChangePresence['people'][number];

/**
 * Who else is editing a change. Whoever `edits` it says so to the others for as long as the page is in sight, and both
 * learn within a beat that somebody has written: the change is then read again, and what was typed stays.
 */
export function useOthersEditing(change: ChangeResource | null, does: 'reads' | 'edits'): readonly Editing[] {
  const me = useSession().person?.id ?? null;
  const client = useQueryClient();
  const id = change?.id ?? '';
  const isEdited = change !== null && isOpen(change.phase);
  const isHere = does === 'edits' && isEdited && change.acts.some(({ act, allowed }) => act === 'edit' && allowed);
  const { data } = useQuery({
    queryKey: ['changes', 'presence', id, isHere],
    queryFn: ({ signal }) => (isHere ? changeApi.stay(id, signal) : changeApi.presence(id, signal)),
    enabled: isEdited,
    retry: false,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.error !== null && isRefused(state.error) ? false : BEAT),
  });
  // A mutation keeps why it failed to itself: whoever could not say that they go is gone within the minute.
  const { mutate: leave } = useMutation({ mutationFn: changeApi.leave, retry: false });
  useEffect(() => (isHere ? () => leave(id) : undefined), [id, isHere, leave]);
  const isOld = change !== null && data !== undefined && data.revision > change.revision;
  useEffect(() => {
    if (isOld) void client.invalidateQueries({ queryKey: changeKey(id) });
  }, [client, id, isOld]);
  return data?.people.filter(({ person }) => person !== me) ?? [];
}

/** An answer that asking again does not change, unlike one that did not come. */
function isRefused(error: unknown): boolean {
  const { status } = readFailure(error);
  return status !== null && status >= 400 && status < 500;
}
