import { useState } from 'react';
import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { SearchField } from '../../../layout/SearchField.tsx';
import type { JsonSchema } from '../jsonSchema.ts';
import { useProblemAt } from './EditorContext.ts';
import type { Field } from './fieldShape.ts';
import { shownLabel } from './fieldWords.ts';
import { Group } from './Group.tsx';
import { movedRow } from './movedRow.ts';
import { PageButtons } from './PageButtons.tsx';
import { RowCard } from './RowCard.tsx';
import { rowColumns } from './rowColumns.ts';
import { RowsSheet } from './RowsSheet.tsx';
import { rowsSought } from './rowsSought.ts';
import { startValue } from './startValue.ts';
import { Stated } from './ObjectInput.tsx';
import type { ValueProps } from './valueProps.ts';

/** Rows on one page: a venue has hundreds of contracts. */
const PAGE_SIZE = 20;

/** Rows of one shape: as a sheet where each is a few figures, else as cards that unfold; long lists are searched and paged. */
export function RowsInput(props: ValueProps & { readonly field: Field; readonly item: JsonSchema }) {
  const { name, label, pointer, value, isRequired, field, item, onChange } = props;
  const translate = useTranslate();
  const problem = useProblemAt(pointer);
  const [sought, setSought] = useState('');
  const [page, setPage] = useState(0);
  const [opened, setOpened] = useState<number | null>(null);
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const places = rowsSought(rows, sought);
  const pages = Math.max(1, Math.ceil(places.length / PAGE_SIZE));
  const at = Math.min(page, pages - 1);
  const shown = places.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE);
  const columns = rowColumns(item);
  const update = (next: readonly unknown[]): void => {
    if (next.length === 0 && field.isNullable) onChange(null);
    else onChange(next.length === 0 && !isRequired ? undefined : next);
  };
  const add = (): void => {
    update([...rows, startValue(item)]);
    setSought('');
    setPage(Math.floor(rows.length / PAGE_SIZE));
    setOpened(rows.length);
  };
  const acts = {
    onChange: (index: number, row: unknown) => update(rows.map((one, place) => (place === index ? row : one))),
    onRemove: (index: number) => {
      setOpened(null);
      update(rows.filter((_, place) => place !== index));
    },
    onMove: (index: number, to: number) => {
      if (opened === index) setOpened(Math.min(Math.max(to, 0), rows.length - 1));
      update(movedRow(rows, index, to));
    },
  };
  return (
    <Group
      label={label}
      title={shownLabel(name, label, translate)}
      sentence={problem ?? field.sentence}
      actions={
        rows.length > PAGE_SIZE / 2 ? (
          <SearchField
            label={translate('editor.search', { label })}
            example={translate('editor.search_example')}
            value={sought}
            onSearch={setSought}
          />
        ) : null
      }
    >
      {field.isNullable ? (
        <Stated
          label={label}
          isStated={Array.isArray(value)}
          without={field.nullWords}
          onChange={(states) => onChange(states ? [startValue(item)] : null)}
        />
      ) : null}
      {rows.length > 0 && shown.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{translate('editor.none_found')}</Box>
      ) : null}
      {columns === null ? (
        <Box component="ol" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {shown.map((index) => (
            <RowCard
              key={index}
              index={index}
              count={rows.length}
              label={label}
              pointer={pointer}
              schema={item}
              row={rows[index]}
              isOpen={opened === index || rows.length === 1}
              onToggle={() => setOpened(opened === index ? null : index)}
              {...acts}
            />
          ))}
        </Box>
      ) : rows.length === 0 ? null : (
        <RowsSheet label={label} pointer={pointer} columns={columns} rows={rows} shown={shown} {...acts} />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1, alignItems: 'center' }}>
        <Button startIcon={<AddOutlined />} aria-label={translate('editor.add_to', { label })} onClick={add}>
          {translate('editor.add')}
        </Button>
        <PageButtons label={label} page={at} pages={pages} onPage={setPage} />
        {rows.length > PAGE_SIZE / 2 ? (
          <Box role="status" sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>
            {translate('editor.rows_shown', { shown: places.length, count: rows.length })}
          </Box>
        ) : null}
      </Box>
    </Group>
  );
}
