import { useRef, useState, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Failure } from '../../../layout/Failure.tsx';
import { changeApi } from '../../../providers/changeApi.ts';
import { newIdempotencyKey } from '../../../providers/newIdempotencyKey.ts';

interface Props {
  readonly changeId: string;
  /** Null = about the whole change. */
  readonly policy: string | null;
  readonly path: string | null;
}

/** Where something is said. What was typed stays until it has arrived, and arrives once. */
export function CommentForm({ changeId, policy, path }: Props) {
  const translate = useTranslate();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const key = useRef(newIdempotencyKey());
  const saying = useMutation({
    mutationFn: (said: string) => changeApi.comment(changeId, { text: said, policy, path }, key.current),
    onSuccess: () => {
      setText('');
      key.current = newIdempotencyKey();
      return client.invalidateQueries({ queryKey: ['changes', 'one', changeId] });
    },
  });
  const say = (event: SyntheticEvent): void => {
    event.preventDefault();
    const said = text.trim();
    if (said !== '') saying.mutate(said);
  };
  return (
    <Box component="form" onSubmit={say} sx={{ display: 'grid', gap: 1, maxWidth: 640 }}>
      <TextField
        multiline
        minRows={1}
        maxRows={8}
        label={translate(path === null ? 'comments.say' : 'comments.say_here')}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          // Another text is another comment.
          key.current = newIdempotencyKey();
        }}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      {saying.error === null ? null : <Failure error={saying.error} />}
      <Button
        type="submit"
        variant="outlined"
        disabled={text.trim() === '' || saying.isPending}
        sx={{ justifySelf: 'start' }}
      >
        {translate('comments.send')}
      </Button>
    </Box>
  );
}
