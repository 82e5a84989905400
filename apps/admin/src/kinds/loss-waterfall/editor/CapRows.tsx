import AddOutlined from '@mui/icons-material/AddOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { capsOf, fieldText, type RawLayer } from './waterfallLayers.ts';

interface Props {
  /** Of the layer in the document. */
  readonly pointer: string;
  readonly layer: RawLayer;
  readonly name: string;
  readonly isWrong: (place: string) => boolean;
  readonly onChange: (layer: RawLayer) => void;
}

const FIELDS = ['asset', 'lossDrawnMax', 'periodDrawnMax'] as const;

/** The most that a layer bears, asset by asset; without a row of an asset it bears all that it can. */
export function CapRows({ pointer, layer, name, isWrong, onChange }: Props) {
  const translate = useTranslate();
  const caps = capsOf(layer);
  const update = (next: readonly RawLayer[]): void => onChange({ ...layer, caps: next });
  const change = (index: number, field: string, text: string): void => {
    const value = field === 'asset' ? text : text.trim() === '' ? null : text.trim().replaceAll(',', '');
    update(caps.map((cap, at) => (at === index ? { ...cap, [field]: value } : cap)));
  };
  const period = fieldText(layer, 'periodSeconds');
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 1 }}>
      {caps.map((cap, index) => (
        // Rows are known by their place: their asset is being typed.
        <Box key={index} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {FIELDS.map((field) => (
            <TextField
              key={field}
              data-pointer={`${pointer}/caps/${String(index)}/${field}`}
              label={translate(`waterfall.cap_${field}`)}
              value={fieldText(cap, field)}
              error={isWrong(`/caps/${String(index)}/${field}`)}
              placeholder={field === 'asset' ? 'USDT' : translate('waterfall.no_cap')}
              onChange={({ target }) => change(index, field, target.value)}
              sx={{ width: field === 'asset' ? 120 : 210, '& input': field === 'asset' ? {} : { textAlign: 'right' } }}
              slotProps={{
                inputLabel: { shrink: true },
                htmlInput: {
                  'aria-label': translate('waterfall.cap_of', {
                    field: translate(`waterfall.cap_${field}`),
                    row: index + 1,
                    name,
                  }),
                },
              }}
            />
          ))}
          <IconButton
            size="small"
            aria-label={translate('waterfall.remove_cap', { row: index + 1, name })}
            onClick={() => update(caps.filter((_, at) => at !== index))}
          >
            <CloseOutlined fontSize="small" />
          </IconButton>
        </Box>
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button
          startIcon={<AddOutlined />}
          aria-label={translate('waterfall.add_cap_of', { name })}
          onClick={() => update([...caps, { asset: '', lossDrawnMax: null, periodDrawnMax: null }])}
        >
          {translate('waterfall.add_cap')}
        </Button>
        {caps.length === 0 && period === '' ? (
          <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>{translate('waterfall.uncapped')}</Box>
        ) : (
          <TextField
            data-pointer={`${pointer}/periodSeconds`}
            label={translate('waterfall.period')}
            value={period}
            error={isWrong('/periodSeconds')}
            onChange={({ target: { value } }) =>
              onChange({
                ...layer,
                periodSeconds: value.trim() === '' ? null : /^\d+$/.test(value) ? Number(value) : value,
              })
            }
            sx={{ width: 210, '& input': { textAlign: 'right' } }}
            slotProps={{
              inputLabel: { shrink: true },
              htmlInput: { 'aria-label': translate('waterfall.period_of', { name }) },
            }}
          />
        )}
      </Box>
    </Box>
  );
}
