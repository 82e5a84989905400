import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { Panel } from '../../../layout/Panel.tsx';
import { MONO } from '../../../layout/theme.ts';
import { CommentForm } from './CommentForm.tsx';
import { CommentRow } from './CommentRow.tsx';

/** Everything that was said, in order; what is about a row names it. */
export function CommentsPanel({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  return (
    <Panel title={translate('comments.title')} note={String(change.thread.length)}>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {change.thread.length === 0 ? (
          <Box sx={{ color: 'text.secondary' }}>{translate('comments.none')}</Box>
        ) : (
          change.thread.map((comment) => (
            <CommentRow
              key={comment.id}
              comment={comment}
              place={
                comment.policy === null ? null : (
                  <Box sx={{ fontFamily: MONO, fontSize: '0.76rem', color: 'text.secondary' }}>
                    {comment.policy}
                    {comment.path}
                  </Box>
                )
              }
            />
          ))
        )}
        <CommentForm changeId={change.id} policy={null} path={null} />
      </Box>
    </Panel>
  );
}
