import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { fieldsOfLayer } from './fieldsOfLayer.ts';
import { fieldText, type RawLayer } from './waterfallLayers.ts';

interface Props {
  /** Of the layer in the document. */
  readonly pointer: string;
  readonly layer: RawLayer;
  readonly name: string;
  readonly isWrong: (place: string) => boolean;
  readonly onChange: (layer: RawLayer) => void;
}

/** What a layer goes by, each choice in plain words. */
export function LayerFields({ pointer, layer, name, isWrong, onChange }: Props) {
  const translate = useTranslate();
  const fields = fieldsOfLayer(layer);
  if (fields.length === 0) return null;
  const change = (field: string, text: string): void =>
    onChange({ ...layer, [field]: field === 'riskExponent' ? Number(text) : text });
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(250px, 1fr))' }}>
      {fields.map(({ field, options, absent }) => (
        <TextField
          key={field}
          data-pointer={`${pointer}/${field}`}
          select={options !== null}
          label={translate(`waterfall.field_${field}`)}
          value={fieldText(layer, field) || absent}
          error={isWrong(`/${field}`)}
          onChange={({ target }) => change(field, target.value)}
          sx={options === null ? { '& input': { textAlign: 'right' } } : {}}
          slotProps={{
            htmlInput: {
              'aria-label': translate('waterfall.field_of', { field: translate(`waterfall.field_${field}`), name }),
            },
          }}
        >
          {options?.map((option) => (
            <MenuItem key={option} value={option}>
              {translate(`waterfall.${field}_${option}`, { _: translate(`method.${option}`, { _: option }) })}
            </MenuItem>
          ))}
        </TextField>
      ))}
    </Box>
  );
}
