import { useEffect, useRef } from 'react';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ChangeCommentResource } from '@backstop/contracts';
import { CommentForm } from './CommentForm.tsx';
import { CommentRow } from './CommentRow.tsx';

interface Props {
  readonly changeId: string;
  readonly policy: string;
  readonly path: string;
  readonly comments: readonly ChangeCommentResource[];
  /** Whether the address asks for it: it is then brought into sight, and has the keyboard. */
  readonly isAsked: boolean;
}

/** What was said about one row, and a place to say more. */
export function RowThread({ changeId, policy, path, comments, isAsked }: Props) {
  const translate = useTranslate();
  const thread = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    thread.current?.scrollIntoView({ block: 'center' });
    thread.current?.focus({ preventScroll: true });
  }, [isAsked]);
  return (
    <Box
      ref={thread}
      role="group"
      aria-label={translate('comments.thread_of', { about: path })}
      tabIndex={-1}
      sx={{
        display: 'grid',
        gap: 1,
        py: 1,
        pl: 2,
        borderLeft: 2,
        borderColor: isAsked ? 'primary.main' : 'lineStrong',
        '&:focus': { outline: 0 },
      }}
    >
      {comments.map((comment) => (
        <CommentRow key={comment.id} comment={comment} />
      ))}
      <CommentForm changeId={changeId} policy={policy} path={path} />
    </Box>
  );
}
