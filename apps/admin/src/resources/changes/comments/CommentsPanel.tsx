import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { Panel } from '../../../layout/Panel.tsx';
import { MONO } from '../../../layout/theme.ts';
import { rowPath } from '../changePath.ts';
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
                  <Place change={change} policy={comment.policy} path={comment.path ?? ''} />
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

/** What a comment is about: leads to the row, as long as the change still has it. */
function Place({ change, policy, path }: { change: ChangeResource; policy: string; path: string }) {
  const translate = useTranslate();
  const entry = change.entries.find((one) => one.policy === policy);
  const isThere = entry?.differences.some((difference) => difference.path === path) ?? false;
  return (
    <Box sx={{ fontFamily: MONO, fontSize: '0.76rem', color: 'text.secondary' }}>
      {isThere ? (
        <Link component={LinkBase} to={rowPath(change.id, { policy, path })}>
          {policy}
          {path}
        </Link>
      ) : (
        <>
          {policy}
          {path}
          {path === '' ? null : ` · ${translate('comments.row_gone')}`}
        </>
      )}
    </Box>
  );
}
