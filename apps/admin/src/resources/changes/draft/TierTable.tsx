import AddOutlined from '@mui/icons-material/AddOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'react-admin';
import type { Problem } from '@backstop/core/problem';
import { cellText, nextTier, TIER_FIELDS, withCell, withRows, type LadderRows, type TierField } from './ladderRows.ts';
import { TierCell } from './TierCell.tsx';

interface Props {
  readonly ladder: LadderRows;
  /** What notional is counted in; null where it is not known. */
  readonly asset: string | null;
  /** By pointer into the document. */
  readonly problems: readonly Problem[];
  /** Told the whole document as text. */
  readonly onChange: (text: string) => void;
}

/** The tiers of a ladder, a cell a figure; rates as fractions, as the document states them. */
export function TierTable({ ladder, asset, problems, onChange }: Props) {
  const translate = useTranslate();
  const { rows } = ladder;
  const isWrong = (index: number, field: TierField): boolean =>
    problems.some(({ path }) => path === `/tiers/${String(index)}/${field}`);
  const change = (index: number, field: TierField, text: string): void =>
    onChange(withRows(ladder, withCell(rows, index, field, text)));
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box component="table" aria-label={translate('tiers.table')} sx={sheet}>
        <thead>
          <tr>
            <th scope="col">{translate('tiers.number')}</th>
            {TIER_FIELDS.map((field) => (
              <th scope="col" key={field}>
                {translate(`tiers.${field}`)} <span style={{ fontWeight: 400 }}>{unitOf(field, asset, translate)}</span>
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Rows are known by their place: what a tier is called changes while its floor is typed.
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {TIER_FIELDS.map((field) => (
                <td key={field}>
                  <TierCell
                    text={cellText(row, field)}
                    label={translate('tiers.cell', { field: translate(`tiers.${field}`), row: index + 1 })}
                    placeholder={translate(`tiers.${field}_absent`)}
                    isWrong={isWrong(index, field)}
                    onChange={(text) => change(index, field, text)}
                  />
                </td>
              ))}
              <td>
                <IconButton
                  size="small"
                  aria-label={translate('tiers.remove', { row: index + 1 })}
                  onClick={() =>
                    onChange(
                      withRows(
                        ladder,
                        rows.filter((_, at) => at !== index),
                      ),
                    )
                  }
                >
                  <CloseOutlined fontSize="small" />
                </IconButton>
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
      <Button startIcon={<AddOutlined />} onClick={() => onChange(withRows(ladder, [...rows, nextTier(rows)]))}>
        {translate('tiers.add')}
      </Button>
    </Box>
  );
}

/** What a column is counted in. */
function unitOf(field: TierField, asset: string | null, translate: (key: string) => string): string {
  if (field === 'notionalFloor' || field === 'notionalCap') return asset ?? '';
  return translate(field === 'leverageMax' ? 'tiers.unit_times' : 'tiers.unit_rate');
}

const sheet = {
  borderCollapse: 'collapse',
  '& th, & td': { p: 0.25, textAlign: 'right' },
  '& th': { color: 'text.secondary', fontSize: '0.76rem', fontWeight: 600, px: 1, whiteSpace: 'nowrap' },
} as const;
