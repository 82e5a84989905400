import AddOutlined from '@mui/icons-material/AddOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { rawRows, rawText, type RawRow } from '../../rules/builder/rawRows.ts';

interface Props {
  /** Of the layer in the document. */
  readonly pointer: string;
  readonly layer: RawRow;
  readonly isWrong: (place: string) => boolean;
  readonly onChange: (layer: RawRow) => void;
}

const FIELDS = ['asset', 'amount'] as const;

/** What an account must be able to bear at least to take part, asset by asset. */
export function DustRows({ pointer, layer, isWrong, onChange }: Props) {
  const translate = useTranslate();
  const rows = rawRows(layer, 'capacityMins');
  if (rows === null) return null;
  const update = (next: readonly RawRow[]): void => onChange({ ...layer, capacityMins: next });
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 1 }}>
      {rows.map((row, at) => (
        // Rows are known by their place: their asset is being typed.
        <Box key={at} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {FIELDS.map((field) => (
            <TextField
              key={field}
              data-pointer={`${pointer}/capacityMins/${String(at)}/${field}`}
              label={translate(`waterfall.dust_${field}`)}
              value={rawText(row, field)}
              error={isWrong(`/capacityMins/${String(at)}/${field}`)}
              onChange={({ target: { value } }) =>
                update(rows.map((one, other) => (other === at ? { ...one, [field]: plain(field, value) } : one)))
              }
              sx={{ width: field === 'asset' ? 120 : 210, '& input': field === 'asset' ? {} : { textAlign: 'right' } }}
              slotProps={{
                inputLabel: { shrink: true },
                htmlInput: {
                  'aria-label': translate('waterfall.dust_of', {
                    field: translate(`waterfall.dust_${field}`),
                    row: at + 1,
                  }),
                },
              }}
            />
          ))}
          <IconButton
            size="small"
            aria-label={translate('waterfall.remove_dust', { row: at + 1 })}
            onClick={() => update(rows.filter((_, other) => other !== at))}
          >
            <CloseOutlined fontSize="small" />
          </IconButton>
        </Box>
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button startIcon={<AddOutlined />} onClick={() => update([...rows, { asset: '', amount: '' }])}>
          {translate('waterfall.add_dust')}
        </Button>
        {rows.length > 0 ? null : (
          <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>{translate('waterfall.no_dust')}</Box>
        )}
      </Box>
    </Box>
  );
}

/** Amounts may be typed with thousands separators. */
function plain(field: (typeof FIELDS)[number], text: string): string {
  return field === 'asset' ? text : text.trim().replaceAll(',', '');
}
