import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { RangeBox } from '../../sheet/cellRange.ts';
import type { History } from '../../sheet/useHistory.ts';
import type { TableName } from './tableColumns.ts';
import type { TableActs } from './useTableActs.ts';

interface Props {
  readonly table: TableName;
  readonly box: RangeBox | null;
  readonly acts: TableActs;
  readonly history: History;
  readonly inSight: readonly number[];
}

/** What can be done to a table, for who does not know its keys. */
export function TableTools({ table, box, acts, history, inSight }: Props) {
  const translate = useTranslate();
  const button = (name: string, act: (() => void) | null) => (
    <Button key={name} size="small" disabled={act === null} onClick={act ?? undefined}>
      {translate(name)}
    </Button>
  );
  const place = box === null ? undefined : inSight[box.top];
  return (
    <Box
      role="toolbar"
      aria-label={translate('specification.tools', { table: translate(`specification.${table}`) })}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}
    >
      {button('sheet.undo', history.canUndo ? acts.undo : null)}
      {button('sheet.redo', history.canRedo ? acts.redo : null)}
      {button(`specification.add_${table}`, () => acts.insert(0))}
      {button('specification.copy', place === undefined ? null : () => acts.copyRow(place))}
      {button('specification.remove', box === null ? null : () => acts.remove(box))}
      {button('sheet.fill_down', box === null || box.top === box.bottom ? null : () => acts.fillDown(box))}
    </Box>
  );
}
