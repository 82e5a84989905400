import type { MouseEvent } from 'react';
import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'react-admin';
import type { RowActs } from './rowActs.ts';

interface Props extends Pick<RowActs, 'onMove' | 'onRemove'> {
  readonly index: number;
  readonly count: number;
  /** What the row is called. */
  readonly name: string;
}

/** A row up, down and out. At an end the button stays, so that the keyboard is not lost, and does nothing. */
export function RowButtons({ index, count, name, onMove, onRemove }: Props) {
  const translate = useTranslate();
  const move = (by: -1 | 1) => (event: MouseEvent<HTMLButtonElement>) => {
    const to = index + by;
    if (to < 0 || to >= count) return;
    const act = by === -1 ? 'up' : 'down';
    const list = event.currentTarget.closest('[data-rows]');
    onMove(index, to);
    // The keyboard goes with the row.
    requestAnimationFrame(() => list?.querySelector<HTMLElement>(`[data-act="${act}-${String(to)}"]`)?.focus());
  };
  return (
    <>
      <IconButton
        size="small"
        data-act={`up-${String(index)}`}
        aria-label={translate('editor.up', { name })}
        aria-disabled={index === 0}
        sx={index === 0 ? { opacity: 0.35 } : {}}
        onClick={move(-1)}
      >
        <ArrowUpwardOutlined fontSize="small" />
      </IconButton>
      <IconButton
        size="small"
        data-act={`down-${String(index)}`}
        aria-label={translate('editor.down', { name })}
        aria-disabled={index === count - 1}
        sx={index === count - 1 ? { opacity: 0.35 } : {}}
        onClick={move(1)}
      >
        <ArrowDownwardOutlined fontSize="small" />
      </IconButton>
      <IconButton size="small" aria-label={translate('editor.remove', { name })} onClick={() => onRemove(index)}>
        <CloseOutlined fontSize="small" />
      </IconButton>
    </>
  );
}
