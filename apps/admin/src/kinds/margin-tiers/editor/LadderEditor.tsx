import Box from '@mui/material/Box';
import type { EditorProps } from '../../editorProps.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { LadderSettings } from './LadderSettings.tsx';
import { LadderSheet } from './LadderSheet.tsx';
import { sheetOf } from './sheetColumns.ts';
import { useHistory } from '../../sheet/useHistory.ts';

/** A ladder as it is written: steps as a sheet, a formula by its figures, and its curves beside those of before. */
export function LadderEditor(given: EditorProps) {
  const history = useHistory(given.document, given.onChange);
  const props = { ...given, onChange: history.change };
  const sheet = sheetOf(props.document);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {sheet === null ? null : <LadderSheet {...props} sheet={sheet} history={history} />}
      <BeforeAfter scope={props.scope} before={props.before ?? null} after={props.checked} />
      <LadderSettings {...props} />
    </Box>
  );
}
