import type { ReactNode } from 'react';
import AddOutlined from '@mui/icons-material/AddOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { Scroller } from '../../../layout/Scroller.tsx';
import { useTranslate } from 'react-admin';

export interface DraftColumn {
  readonly label: string;
  readonly width: string;
  readonly align?: 'right';
  readonly note?: string;
}

interface Props {
  readonly title: string;
  readonly columns: readonly DraftColumn[];
  /** Keys of the rows, in order. */
  readonly keys: readonly string[];
  readonly renderCells: (index: number) => ReactNode;
  /** Left out where rows follow from other tables. */
  readonly onAdd?: () => void;
  readonly addLabel?: string;
  readonly onRemove: (index: number) => void;
  readonly removeLabel: (index: number) => string;
  readonly empty: string;
}

/** Rows to type in, like a sheet: a heading over each column, a field in each cell. */
export function DraftTable({
  title,
  columns,
  keys,
  renderCells,
  onAdd,
  addLabel,
  onRemove,
  removeLabel,
  empty,
}: Props) {
  const translate = useTranslate();
  return (
    <Box component="section" aria-label={title} sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 36 }}>
        <Typography variant="h3">{title}</Typography>
        {onAdd === undefined ? null : (
          <Button startIcon={<AddOutlined />} onClick={onAdd} sx={{ ml: 1 }}>
            {addLabel}
          </Button>
        )}
      </Box>
      {keys.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {empty}
        </Typography>
      ) : (
        <Scroller label={title}>
          <Box
            component="table"
            sx={{ borderCollapse: 'collapse', width: '100%', '& th, & td': { p: 0.25, verticalAlign: 'top' } }}
          >
            <thead>
              <tr>
                {columns.map(({ label, width, align, note }) => (
                  <Box
                    component="th"
                    scope="col"
                    key={label}
                    sx={{ ...heading, minWidth: width, width, textAlign: align ?? 'left' }}
                  >
                    {label}
                    {note === undefined ? null : <span style={{ fontWeight: 400 }}> {note}</span>}
                  </Box>
                ))}
                <Box component="td" sx={{ width: 34 }} />
              </tr>
            </thead>
            <tbody>
              {keys.map((key, index) => (
                <tr key={key}>
                  {renderCells(index)}
                  <td>
                    <IconButton
                      size="small"
                      aria-label={removeLabel(index)}
                      title={translate('evaluate.remove')}
                      onClick={() => onRemove(index)}
                    >
                      <CloseOutlined fontSize="small" />
                    </IconButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </Box>
        </Scroller>
      )}
    </Box>
  );
}

const heading = {
  color: 'text.secondary',
  fontSize: '0.76rem',
  fontWeight: 600,
  whiteSpace: 'nowrap',
  px: '8px !important',
} as const;
