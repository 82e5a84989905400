import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'react-admin';
import { SearchField } from '../../../layout/SearchField.tsx';
import { rowsOf, type Only, type ShownRows } from './useShownRows.ts';

interface Props {
  readonly label: string;
  readonly view: ShownRows;
  readonly onSought: () => void;
}

/** What of a table is looked at: rows with certain words, with mistakes, or that changed. */
export function TableFilter({ label, view, onSought }: Props) {
  const translate = useTranslate();
  const { sought, only, seek } = view;
  const counts = { wrong: rowsOf(view.wrong.keys()).size, changed: rowsOf(view.changed).size };
  const look = (text: string, which: Only): void => {
    seek(text, which);
    onSought();
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', pt: 0.75 }}>
      <SearchField
        label={translate('specification.filter', { table: label })}
        example={translate('specification.filter_example')}
        value={sought}
        onSearch={(text) => look(text, only)}
      />
      <ToggleButtonGroup
        exclusive
        value={only}
        aria-label={translate('specification.only')}
        onChange={(_, next: Only | null) => look(sought, next ?? 'all')}
      >
        {(['changed', 'wrong'] as const).map((one) => (
          <ToggleButton key={one} value={one} disabled={counts[one] === 0 && only !== one}>
            {translate(`specification.only_${one}`, { count: counts[one] })}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}
