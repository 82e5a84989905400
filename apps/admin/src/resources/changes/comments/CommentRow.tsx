import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import type { ChangeCommentResource } from '@backstop/contracts';
import { InstantField } from '../../../fields/InstantField.tsx';
import { PersonName } from '../../../fields/PersonName.tsx';

/** One comment: who, when, what; `place` is what it is about, where it does not stand there already. */
export function CommentRow({ comment, place }: { comment: ChangeCommentResource; place?: ReactNode }) {
  return (
    <Box sx={{ fontSize: '0.88rem', overflowWrap: 'anywhere' }}>
      <Box component="span" sx={{ fontWeight: 600 }}>
        <PersonName id={comment.by} />
      </Box>{' '}
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8rem' }}>
        <InstantField value={comment.at} />
      </Box>
      {place}
      <Box sx={{ whiteSpace: 'pre-wrap' }}>{comment.text}</Box>
    </Box>
  );
}
