import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import type { PersonResource } from '@backstop/contracts';
import { ConfirmDialog } from '../../layout/ConfirmDialog.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { Refused } from '../../layout/Refused.tsx';
import { newIdempotencyKey } from '../../providers/newIdempotencyKey.ts';
import { peopleApi } from '../../providers/peopleApi.ts';
import { useSession } from '../../providers/session.ts';
import { EditRefused } from './EditRefused.tsx';
import { OneTimePassword } from './OneTimePassword.tsx';
import { useEditPerson } from './useEditPerson.ts';

interface Props {
  readonly person: PersonResource;
  readonly etag: string;
}

/** Whether a person may sign in, and a new password for who has lost theirs. */
export function PersonAccess({ person, etag }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const isSelf = useSession().person?.id === person.id;
  // A password of one's own is changed in the menu of the person; that of a demonstration is everybody's.
  const hasPasswordToReset = person.origin === 'local' && !person.demo && !isSelf;
  const [asked, setAsked] = useState<'disable' | 'reset' | null>(null);
  const edit = useEditPerson(person.id, () => notify('people.saved', { type: 'success' }));
  const reset = useMutation({
    mutationFn: () => peopleApi.resetPassword(person.id, newIdempotencyKey()),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  return (
    <Panel title={translate('people.access')}>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {edit.error === null ? null : <EditRefused error={edit.error} id={person.id} />}
        {reset.error === null ? null : <Refused error={reset.error} title="people.not_reset" />}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {hasPasswordToReset ? (
            <Button variant="outlined" disabled={reset.isPending} onClick={() => setAsked('reset')}>
              {translate('people.reset')}
            </Button>
          ) : null}
          {person.disabled ? (
            <Button
              variant="outlined"
              disabled={edit.isPending}
              onClick={() => edit.mutate({ edit: { disabled: false }, etag })}
            >
              {translate('people.enable')}
            </Button>
          ) : (
            <Button variant="outlined" color="error" disabled={edit.isPending} onClick={() => setAsked('disable')}>
              {translate('people.disable')}
            </Button>
          )}
        </Box>
      </Box>
      {asked === null ? null : (
        <ConfirmDialog
          title={translate(`people.${asked}_title`, { name: person.name })}
          text={translate(`people.${asked}_text`)}
          act={translate(`people.${asked}`)}
          isGrave={asked === 'disable'}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            if (asked === 'disable') edit.mutate({ edit: { disabled: true }, etag });
            else reset.mutate();
          }}
        />
      )}
      {reset.data === undefined ? null : (
        <OneTimePassword
          person={reset.data.person}
          password={reset.data.oneTimePassword}
          onClose={() => reset.reset()}
        />
      )}
    </Panel>
  );
}
