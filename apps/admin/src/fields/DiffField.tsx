import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { groupDigits } from '../text/figures.ts';

/** What a figure was and what it becomes. */
export function DiffField({ before, after }: { before: string | null; after: string | null }) {
  const translate = useTranslate();
  const read = (text: string | null): string => (text === null ? translate('versions.absent') : groupDigits(text));
  const isShort = (before ?? '').length + (after ?? '').length < 48;
  return (
    <Box component="span" sx={{ whiteSpace: isShort ? 'nowrap' : 'normal' }}>
      <Box component="del" sx={{ color: 'text.secondary' }}>
        {read(before)}
      </Box>
      {' → '}
      <Box component="ins" sx={{ textDecoration: 'none', fontWeight: 600 }}>
        {read(after)}
      </Box>
    </Box>
  );
}
