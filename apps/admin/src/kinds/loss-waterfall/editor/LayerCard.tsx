import type { MouseEvent } from 'react';
import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { CapRows } from './CapRows.tsx';
import { LayerFields } from './LayerFields.tsx';
import { fieldText, type RawLayer } from './waterfallLayers.ts';

interface Props {
  readonly layer: RawLayer;
  readonly index: number;
  readonly count: number;
  /** Whether the core finds something wrong at a place of the layer, such as `/capRate`; '' = anywhere in it. */
  readonly isWrong: (place: string) => boolean;
  readonly onChange: (layer: RawLayer) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One layer: what it is in plain words, what it goes by, and how much it bears at most. */
export function LayerCard({ layer, index, count, isWrong, onChange, onMove, onRemove }: Props) {
  const translate = useTranslate();
  const pointer = `/layers/${String(index)}`;
  const type = fieldText(layer, 'type');
  const name = translate(`layer.${type}`, { _: type });
  const move = (by: -1 | 1) => (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget;
    onMove(by);
    // A card that moves must not lose the keyboard.
    requestAnimationFrame(() => button.focus());
  };
  return (
    <Box
      component="li"
      data-pointer={pointer}
      sx={{ border: 1, borderColor: isWrong('') ? 'tones.danger' : 'divider', borderRadius: 1, px: 1.5, py: 1 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
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
      <LayerFields pointer={pointer} layer={layer} name={name} isWrong={isWrong} onChange={onChange} />
      <CapRows pointer={pointer} layer={layer} name={name} isWrong={isWrong} onChange={onChange} />
    </Box>
  );
}
