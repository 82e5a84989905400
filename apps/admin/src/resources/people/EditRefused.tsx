import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Refused } from '../../layout/Refused.tsx';
import { readFailure } from '../../providers/readFailure.ts';

/** Why an edit was not taken; where somebody else was faster, a way to see what they did. */
export function EditRefused({ error, id }: { error: unknown; id: string }) {
  const translate = useTranslate();
  const queryClient = useQueryClient();
  if (readFailure(error).status !== 412) return <Refused error={error} title="people.not_saved" />;
  return (
    <Box>
      <Refused error={error} title="people.edited_since" />
      <Button sx={{ mt: 1 }} onClick={() => void queryClient.invalidateQueries({ queryKey: ['people', 'one', id] })}>
        {translate('people.read_again')}
      </Button>
    </Box>
  );
}
