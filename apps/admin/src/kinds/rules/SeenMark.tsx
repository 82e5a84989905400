import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import HighlightOffOutlined from '@mui/icons-material/HighlightOffOutlined';
import RemoveOutlined from '@mui/icons-material/RemoveOutlined';
import Box from '@mui/material/Box';
import type { Seen } from './conditionTree.ts';
import { toneOf } from './seenWord.ts';

/** How a condition came out, as a shape; the word for it stands beside. */
export function SeenMark({ seen }: { seen: Seen }) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{ display: 'inline-flex', flexShrink: 0, fontSize: '1.05rem', color: toneOf(seen) }}
    >
      {seen === true ? (
        <CheckCircleOutlined fontSize="inherit" />
      ) : seen === false ? (
        <HighlightOffOutlined fontSize="inherit" />
      ) : seen === null ? (
        <HelpOutlineOutlined fontSize="inherit" />
      ) : (
        <RemoveOutlined fontSize="inherit" />
      )}
    </Box>
  );
}
