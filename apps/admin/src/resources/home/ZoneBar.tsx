import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { groupDigits } from '../../text/figures.ts';
import type { ZoneShare } from './zoneShares.ts';
import { zoneInWords } from '../../text/phrases.ts';

interface Props {
  readonly shares: readonly ZoneShare[];
  /** Upright, for many beside each other. */
  readonly isUpright?: boolean;
  /** Before what it says to who cannot see it. */
  readonly prefix?: string;
}

/** Zones as parts of one bar; even a single account is seen. */
export function ZoneBar({ shares, isUpright = false, prefix = '' }: Props) {
  const translate = useTranslate();
  const read = shares
    .map(
      ({ zone, scopes }) =>
        `${zone === null ? translate('field.indeterminate') : zoneInWords(zone)} ${groupDigits(String(scopes))}`,
    )
    .join(', ');
  return (
    <Box
      role="img"
      aria-label={prefix + read}
      title={prefix + read}
      sx={{
        display: 'flex',
        flexDirection: isUpright ? 'column' : 'row',
        gap: '1px',
        ...(isUpright ? { height: 64, flex: '1 1 0', minWidth: 6, maxWidth: 28 } : { height: 14 }),
      }}
    >
      {shares.map(({ zone, tone, share }) => (
        <Box
          key={zone ?? ''}
          sx={{
            flexGrow: share,
            flexBasis: 0,
            minWidth: 3,
            minHeight: 3,
            bgcolor: `tones.${tone}`,
            borderRadius: 0.25,
          }}
        />
      ))}
    </Box>
  );
}
