import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslate } from 'react-admin';
import { usePolicySet } from '../providers/queries.ts';
import { HashField } from '../fields/HashField.tsx';
import { readInstant, readZonedInstant } from '../text/instants.ts';

/** Which policy set is in force, since when, and when it will next change. */
export function PolicySetBanner() {
  const translate = useTranslate();
  const { data, isPending, error } = usePolicySet();
  if (isPending)
    return <Skeleton variant="text" sx={{ width: 360, maxWidth: '100%', bgcolor: 'rgba(255,255,255,0.12)' }} />;
  if (data === undefined || error !== null) {
    return (
      <Box role="status" sx={{ ...banner, color: 'bar.alarm' }}>
        {translate('banner.unknown')}
      </Box>
    );
  }
  return (
    <Box role="region" aria-label={translate('banner.label')} sx={banner}>
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
        <Box component="span" aria-hidden sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: 'bar.live' }} />
        {translate('banner.in_force')}
        <HashField value={data.hash} label={translate('banner.hash')} tone="inherit" />
      </Box>
      <Box component="span" sx={soft} title={readInstant(data.since)}>
        {translate('banner.since', { instant: readZonedInstant(data.since) })}
      </Box>
      <Box component="span" sx={soft} title={data.nextChangeAt === null ? undefined : readInstant(data.nextChangeAt)}>
        {data.nextChangeAt === null
          ? translate('banner.nothing_next')
          : translate('banner.next', { instant: readZonedInstant(data.nextChangeAt) })}
      </Box>
    </Box>
  );
}

const banner = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  rowGap: 0.25,
  fontSize: '0.82rem',
  pb: { xs: 1, md: 0 },
} as const;

const soft = { color: 'bar.inkSoft' } as const;
