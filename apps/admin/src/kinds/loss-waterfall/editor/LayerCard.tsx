import type { DragEvent, MouseEvent } from 'react';
import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import DragIndicator from '@mui/icons-material/DragIndicator';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { CapRows } from './CapRows.tsx';
import { DustRows } from './DustRows.tsx';
import { ExemptionRows } from './ExemptionRows.tsx';
import { LayerFields } from './LayerFields.tsx';
import { fieldText, type RawLayer } from './waterfallLayers.ts';

interface Props {
  readonly layer: RawLayer;
  readonly index: number;
  readonly count: number;
  /** Whether the core finds something wrong at a place of the layer, such as `/capRate`; '' = anywhere in it. */
  readonly isWrong: (place: string) => boolean;
  readonly onChange: (layer: RawLayer) => void;
  /** From one place to another, counted from 0. */
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: () => void;
}

/** Layers that may leave accounts out. */
const EXEMPTING: readonly string[] = ['adl', 'socialization'];

const DRAGGED = 'application/x-backstop-layer';

/** One layer: what it is in plain words, what it goes by, and how much it bears at most. */
export function LayerCard({ layer, index, count, isWrong, onChange, onMove, onRemove }: Props) {
  const translate = useTranslate();
  const pointer = `/layers/${String(index)}`;
  const type = fieldText(layer, 'type');
  const name = translate(`layer.${type}`, { _: type });
  const move = (by: -1 | 1) => (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget;
    onMove(index, index + by);
    // A card that moves must not lose the keyboard.
    requestAnimationFrame(() => button.focus());
  };
  const drop = (event: DragEvent): void => {
    const from = event.dataTransfer.getData(DRAGGED);
    if (from === '') return;
    event.preventDefault();
    onMove(Number(from), index);
  };
  const own = { pointer, layer, name, isWrong, onChange };
  return (
    <Box
      component="li"
      data-pointer={pointer}
      onDragOver={(event: DragEvent) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
      onDrop={drop}
      sx={{ border: 1, borderColor: isWrong('') ? 'tones.danger' : 'divider', borderRadius: 1, px: 1.5, py: 1 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Box
          draggable
          data-drag
          onDragStart={(event: DragEvent) => event.dataTransfer.setData(DRAGGED, String(index))}
          aria-hidden
          sx={{ cursor: 'grab', display: 'flex', color: 'text.secondary' }}
        >
          <DragIndicator fontSize="small" />
        </Box>
        <Typography variant="h3" component="h4">{`${String(index + 1)}. ${name}`}</Typography>
        <Box sx={{ color: 'text.secondary', fontSize: '0.84rem', mr: 'auto' }}>
          {translate(`waterfall.does_${type}`, { _: '' })}
        </Box>
        <IconButton
          size="small"
          aria-label={translate('waterfall.up', { name })}
          aria-disabled={index === 0}
          onClick={move(-1)}
          sx={index === 0 ? { opacity: 0.35 } : {}}
        >
          <ArrowUpwardOutlined fontSize="small" />
        </IconButton>
        <IconButton
          size="small"
          aria-label={translate('waterfall.down', { name })}
          aria-disabled={index === count - 1}
          onClick={move(1)}
          sx={index === count - 1 ? { opacity: 0.35 } : {}}
        >
          <ArrowDownwardOutlined fontSize="small" />
        </IconButton>
        <IconButton size="small" aria-label={translate('waterfall.remove', { name })} onClick={onRemove}>
          <CloseOutlined fontSize="small" />
        </IconButton>
      </Box>
      <LayerFields {...own} />
      <CapRows {...own} />
      {type === 'socialization' ? <DustRows {...own} /> : null}
      {EXEMPTING.includes(type) ? <ExemptionRows {...own} /> : null}
    </Box>
  );
}
