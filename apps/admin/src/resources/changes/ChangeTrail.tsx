import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { changePath } from './changePath.ts';

/** The way back: to all changes, and from a draft of one to that one. */
export function ChangeTrail({ change = null }: { change?: ChangeResource | null }) {
  const translate = useTranslate();
  return (
    <Box component="nav" aria-label={translate('policy.trail')} sx={{ fontSize: '0.84rem', color: 'text.secondary' }}>
      <Link component={LinkBase} to="/changes">
        {translate('changes.title')}
      </Link>
      {change === null ? null : (
        <>
          {' / '}
          <Link component={LinkBase} to={changePath(change.id)}>
            {translate('draft.change')}
          </Link>
        </>
      )}
    </Box>
  );
}
