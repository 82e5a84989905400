import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import type { ApiKeyResource } from '@backstop/contracts';
import { ConfirmDialog } from '../../layout/ConfirmDialog.tsx';
import { peopleApi } from '../../providers/peopleApi.ts';
import { readFailure } from '../../providers/readFailure.ts';
import { RotateKeyDialog } from './RotateKeyDialog.tsx';

/** What can be done with a key that works. */
export function ApiKeyActs({ apiKey }: { apiKey: ApiKeyResource }) {
  const translate = useTranslate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<'rotate' | 'revoke' | null>(null);
  const revoke = useMutation({
    mutationFn: () => peopleApi.revokeKey(apiKey.id),
    onSuccess: async () => {
      notify('keys.revoked_now', { type: 'success' });
      await queryClient.invalidateQueries({ queryKey: ['api-keys'] });
    },
    onError: (error) => {
      const { status, detail } = readFailure(error);
      notify(status === null ? 'failure.unreachable' : detail, { type: 'error' });
    },
  });
  // A rotated key shows its secret from here, so the row keeps its dialog when the list is read anew.
  return (
    <Box sx={{ display: 'flex', flexDirection: { xs: 'column', lg: 'row' }, alignItems: 'flex-start', ml: -1 }}>
      {apiKey.status === 'active' ? (
        <>
          <Button aria-label={translate('keys.rotate_named', { name: apiKey.name })} onClick={() => setAsked('rotate')}>
            {translate('keys.rotate')}
          </Button>
          <Button
            color="error"
            aria-label={translate('keys.revoke_named', { name: apiKey.name })}
            disabled={revoke.isPending}
            onClick={() => setAsked('revoke')}
          >
            {translate('keys.revoke')}
          </Button>
        </>
      ) : null}
      {asked === 'rotate' ? <RotateKeyDialog apiKey={apiKey} onClose={() => setAsked(null)} /> : null}
      {asked === 'revoke' ? (
        <ConfirmDialog
          title={translate('keys.revoke_title', { name: apiKey.name })}
          text={translate('keys.revoke_text')}
          act={translate('keys.revoke')}
          isGrave
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            revoke.mutate();
          }}
        />
      ) : null}
    </Box>
  );
}
