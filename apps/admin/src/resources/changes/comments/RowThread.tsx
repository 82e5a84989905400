import Box from '@mui/material/Box';
import type { ChangeCommentResource } from '@backstop/contracts';
import { CommentForm } from './CommentForm.tsx';
import { CommentRow } from './CommentRow.tsx';

interface Props {
  readonly changeId: string;
  readonly policy: string;
  readonly path: string;
  readonly comments: readonly ChangeCommentResource[];
}

/** What was said about one row, and a place to say more. */
export function RowThread({ changeId, policy, path, comments }: Props) {
  return (
    <Box sx={{ display: 'grid', gap: 1, py: 1, pl: 2, borderLeft: 2, borderColor: 'lineStrong' }}>
      {comments.map((comment) => (
        <CommentRow key={comment.id} comment={comment} />
      ))}
      <CommentForm changeId={changeId} policy={policy} path={path} />
    </Box>
  );
}
