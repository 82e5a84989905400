import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PersonEdit } from '@backstop/contracts';
import { peopleApi } from '../../providers/peopleApi.ts';

/** Edits a person on the version that was read, and has everything that names people read again. */
export function useEditPerson(id: string, onEdited: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ edit, etag }: { edit: PersonEdit; etag: string }) => peopleApi.editPerson(id, edit, etag),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['people'] });
      await queryClient.invalidateQueries({ queryKey: ['directory'] });
      onEdited();
    },
  });
}
