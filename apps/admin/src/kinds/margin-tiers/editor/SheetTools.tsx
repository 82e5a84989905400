import { useRef } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { RangeBox } from '../../sheet/cellRange.ts';
import { cellsOfCsv, cellsOfWorkbook, csvOf, workbookOf } from './sheetFiles.ts';
import type { Sheet } from './sheetColumns.ts';
import type { SheetActs } from './useSheetActs.ts';
import { saveBlob, saveFile } from '../../../text/saveFile.ts';

interface Props {
  readonly sheet: Sheet;
  readonly box: RangeBox | null;
  readonly acts: SheetActs;
  readonly onFailure: (error: unknown) => void;
}

/** What can be done to the sheet, for who does not know its keys. */
export function SheetTools({ sheet, box, acts, onFailure }: Props) {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File): Promise<void> => {
    const isWorkbook = /\.xlsx$/i.test(file.name);
    const { cells, isPlain } = isWorkbook ? await cellsOfWorkbook(file) : cellsOfCsv(await file.text());
    acts.take({ cells, at: null, answers: isPlain ? { mark: 'point' } : {} });
  };
  const end = sheet.rows.length;
  const button = (name: string, act: () => void, isOff = false) => (
    <Button key={name} size="small" disabled={isOff} onClick={act}>
      {translate(`sheet.${name}`)}
    </Button>
  );
  return (
    <Box role="toolbar" aria-label={translate('sheet.tools')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      {button('undo', acts.undo, !acts.canUndo)}
      {button('redo', acts.redo, !acts.canRedo)}
      {button('add', () => acts.insert(end))}
      {button('insert', () => acts.insert(box?.top ?? end), box === null)}
      {button('remove', () => box !== null && acts.remove(box), box === null || box.bottom - box.top + 1 >= end)}
      {button('fill_down', () => box !== null && acts.fillDown(box), box === null || box.top === box.bottom)}
      {button('import', () => input.current?.click())}
      {button('export_csv', () => saveFile('tiers.csv', 'text/csv;charset=utf-8', csvOf(sheet)))}
      {button('export_xlsx', () => void workbookOf(sheet).then((file) => saveBlob('tiers.xlsx', file), onFailure))}
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx"
        hidden
        aria-label={translate('sheet.import')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void read(file).catch(onFailure);
          target.value = '';
        }}
      />
    </Box>
  );
}
