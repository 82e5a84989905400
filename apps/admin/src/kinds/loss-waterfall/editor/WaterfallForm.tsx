import { useState } from 'react';
import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import type { Problem } from '@backstop/core/problem';
import { LayerCard } from './LayerCard.tsx';
import { movedRow } from '../../generic/editor/movedRow.ts';
import { fieldText, LAYER_TYPES, newLayer, type RawLayer } from './waterfallLayers.ts';

interface Props {
  readonly layers: readonly RawLayer[];
  /** By pointer into the document. */
  readonly problems: readonly Problem[];
  readonly onChange: (layers: readonly RawLayer[]) => void;
}

/** Layers as cards in the order in which they are asked. */
export function WaterfallForm({ layers, problems, onChange: update }: Props) {
  const translate = useTranslate();
  const isWrong = (index: number, place: string): boolean =>
    problems.some(({ path }) => `${path}/`.startsWith(`/layers/${String(index)}${place}/`));
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box
        component="ol"
        aria-label={translate('waterfall.layers')}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
      >
        {layers.map((layer, index) => (
          <LayerCard
            // Each type stands once, so it tells the cards apart while they move; a second one is told by its place.
            key={layers.findIndex(({ type }) => type === layer['type']) === index ? fieldText(layer, 'type') : index}
            layer={layer}
            index={index}
            count={layers.length}
            isWrong={(place) => isWrong(index, place)}
            onChange={(next) => update(layers.map((one, at) => (at === index ? next : one)))}
            onMove={(from, to) => update(movedRow(layers, from, to))}
            onRemove={() => update(layers.filter((_, at) => at !== index))}
          />
        ))}
      </Box>
      <AddLayer
        taken={layers.map((layer) => fieldText(layer, 'type'))}
        onAdd={(type) => update([...layers, newLayer(type)])}
      />
    </Box>
  );
}

function AddLayer({ taken, onAdd }: { taken: readonly string[]; onAdd: (type: string) => void }) {
  const translate = useTranslate();
  const left = LAYER_TYPES.filter((type) => !taken.includes(type));
  const [chosen, setChosen] = useState<string>('');
  const type = left.find((one) => one === chosen) ?? left[0];
  if (type === undefined) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <TextField
        select
        label={translate('waterfall.another')}
        value={type}
        onChange={({ target }) => setChosen(target.value)}
        sx={{ width: 260 }}
      >
        {left.map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`layer.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <Button startIcon={<AddOutlined />} onClick={() => onAdd(type)}>
        {translate('waterfall.add')}
      </Button>
    </Box>
  );
}
