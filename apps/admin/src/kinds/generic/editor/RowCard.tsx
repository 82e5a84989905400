import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { ToneChip } from '../../../fields/ToneChip.tsx';
import { branchFor, type JsonSchema } from '../jsonSchema.ts';
import { useSurroundings } from './EditorContext.ts';
import { fieldOf } from './fieldShape.ts';
import { isRecord } from '../../../text/isRecord.ts';
import { FieldGrid } from './FieldGrid.tsx';
import type { RowActs } from './rowActs.ts';
import { RowButtons } from './RowButtons.tsx';
import { rowSummary } from './rowSummary.ts';
import { useValueEditor } from './ValueContext.ts';
import { UnionFields } from './UnionInput.tsx';

interface Props extends RowActs {
  readonly index: number;
  readonly count: number;
  /** Of the list. */
  readonly label: string;
  /** Of the list. */
  readonly pointer: string;
  readonly schema: JsonSchema;
  readonly row: unknown;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** A row that says itself in a line, and unfolds to be edited. */
export function RowCard(props: Props) {
  const { index, count, label, pointer, schema, row, isOpen, onToggle, onMove, onRemove } = props;
  const translate = useTranslate();
  const { problems } = useSurroundings();
  const place = `${pointer}/${String(index)}`;
  const mistakes = problems.filter(({ path }) => path === place || path.startsWith(`${place}/`)).length;
  const name = translate('editor.row', { label, row: index + 1 });
  return (
    <Box
      component="li"
      data-rows
      data-pointer={place}
      sx={{ border: 1, borderColor: mistakes > 0 ? 'tones.danger' : 'divider', borderRadius: 1, px: 1.5, py: 0.75 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Box sx={{ color: 'text.secondary', minWidth: 24 }}>{index + 1}.</Box>
        <Box sx={{ mr: 'auto', overflowWrap: 'anywhere', fontSize: '0.88rem' }}>
          {rowSummary(row, branchFor(schema, row), translate)}
        </Box>
        {mistakes === 0 ? null : (
          <ToneChip tone="danger">{translate('draft.mistakes', { smart_count: mistakes })}</ToneChip>
        )}
        {count === 1 ? null : (
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-label={translate(isOpen ? 'editor.fold_row' : 'editor.edit_row', { name })}
            onClick={onToggle}
          >
            {translate(isOpen ? 'draft.fold' : 'draft.unfold')}
          </Button>
        )}
        <RowButtons index={index} count={count} name={name} onMove={onMove} onRemove={onRemove} />
      </Box>
      {isOpen ? (
        <Box sx={{ mt: 1.5, mb: 1 }}>
          <RowFields {...props} name={name} place={place} />
        </Box>
      ) : null}
    </Box>
  );
}

function RowFields({ schema, row, index, name, place, onChange }: Props & { name: string; place: string }) {
  const { shape } = fieldOf(schema);
  const Value = useValueEditor();
  const change = (next: unknown): void => onChange(index, next);
  if (shape.type === 'object' && isRecord(row)) {
    return <FieldGrid label={name} pointer={place} schema={shape.schema} value={row} onChange={change} />;
  }
  if (shape.type === 'union' && isRecord(row)) {
    return <UnionFields label={name} pointer={place} shape={shape} value={row} onChange={change} />;
  }
  return <Value name="" label={name} pointer={place} schema={schema} value={row} isRequired onChange={change} />;
}
