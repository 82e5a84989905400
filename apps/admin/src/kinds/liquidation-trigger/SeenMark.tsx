import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined';
import RemoveOutlined from '@mui/icons-material/RemoveOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { Seen } from './conditionTree.ts';

/** How a condition came out: a shape and a name, not only a color. */
export function SeenMark({ seen }: { seen: Seen }) {
  const translate = useTranslate();
  const [icon, name, color] =
    seen === true
      ? [<CheckCircleOutlined key="i" fontSize="inherit" />, 'condition.true', 'tones.healthy']
      : seen === false
        ? [<RadioButtonUncheckedOutlined key="i" fontSize="inherit" />, 'condition.false', 'text.secondary']
        : seen === null
          ? [<HelpOutlineOutlined key="i" fontSize="inherit" />, 'condition.unknown', 'tones.unknown']
          : [<RemoveOutlined key="i" fontSize="inherit" />, 'condition.not_asked', 'text.secondary'];
  return (
    <Box
      component="span"
      role="img"
      aria-label={translate(name)}
      title={translate(name)}
      sx={{ display: 'inline-flex', fontSize: '1.05rem', color }}
    >
      {icon}
    </Box>
  );
}
