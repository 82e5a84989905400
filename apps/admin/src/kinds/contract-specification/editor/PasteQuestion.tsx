import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { groupDigits } from '../../../text/figures.ts';
import type { Mark } from '../../sheet/cellNumber.ts';
import type { OpenPaste } from './usePaste.ts';

interface Props {
  readonly open: OpenPaste;
  readonly onAnswer: (mark: Mark | null) => void;
}

/** Nothing of a block is in the table before it is clear what its figures say. */
export function PasteQuestion({ open, onAnswer }: Props) {
  const translate = useTranslate();
  const [point, comma] = open.readings;
  return (
    <Alert severity="warning" variant="outlined" role="alert">
      {translate('specification.ask_mark', { sample: open.sample })}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button variant="outlined" onClick={() => onAnswer('point')}>
          {translate('specification.point', { reading: groupDigits(point) })}
        </Button>
        <Button variant="outlined" onClick={() => onAnswer('comma')}>
          {translate('specification.comma', { reading: groupDigits(comma) })}
        </Button>
        <Button onClick={() => onAnswer(null)}>{translate('specification.leave')}</Button>
      </Box>
    </Alert>
  );
}
