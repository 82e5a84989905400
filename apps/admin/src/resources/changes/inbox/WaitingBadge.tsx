import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useWaiting } from '../../../providers/changeQueries.ts';
import { visuallyHidden } from '../../../layout/Loading.tsx';

/** How many changes wait for whoever is signed in; nothing while none does. */
export function WaitingBadge() {
  const translate = useTranslate();
  const { data } = useWaiting();
  const count = data?.total ?? 0;
  if (count === 0) return null;
  return (
    <Box component="span" sx={badge}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <Box component="span" sx={visuallyHidden}>
        {translate('inbox.waiting', { smart_count: count })}
      </Box>
    </Box>
  );
}

const badge = {
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  minWidth: 18,
  height: 18,
  px: 0.5,
  borderRadius: 9,
  bgcolor: 'tones.danger',
  color: 'background.paper',
  fontSize: '0.7rem',
  fontWeight: 700,
  lineHeight: 1,
} as const;
