import AddOutlined from '@mui/icons-material/AddOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import InputBase from '@mui/material/InputBase';
import { useTranslate } from 'react-admin';
import type { Problem } from '@backstop/core/problem';
import { cellText, nextTier, TIER_FIELDS, withCell, withRows, type LadderRows, type TierField } from './ladderRows.ts';

interface Props {
  readonly ladder: LadderRows;
  /** By pointer into the envelope. */
  readonly problems: readonly Problem[];
  /** Told the whole document as text. */
  readonly onChange: (text: string) => void;
}

/** The tiers of a ladder, a cell a figure; rates as fractions, as the document states them. */
export function TierTable({ ladder, problems, onChange }: Props) {
  const translate = useTranslate();
  const { rows } = ladder;
  const isWrong = (index: number, field: TierField): boolean =>
    problems.some(({ path }) => path === `/document/tiers/${String(index)}/${field}`);
  const change = (index: number, field: TierField, text: string): void =>
    onChange(
      withRows(
        ladder,
        rows.map((row, at) => (at === index ? withCell(row, field, text) : row)),
      ),
    );
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box component="table" aria-label={translate('tiers.table')} sx={sheet}>
        <thead>
          <tr>
            <th scope="col">{translate('tiers.number')}</th>
            {TIER_FIELDS.map((field) => (
              <th scope="col" key={field}>
                {translate(`tiers.${field}`)}
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
                  <InputBase
                    value={cellText(row, field)}
                    error={isWrong(index, field)}
                    onChange={({ target }) => change(index, field, target.value)}
                    placeholder={translate(`tiers.${field}_absent`)}
                    inputProps={{
                      'aria-label': translate('tiers.cell', { field: translate(`tiers.${field}`), row: index + 1 }),
                      'aria-invalid': isWrong(index, field),
                      inputMode: 'decimal',
                      autoComplete: 'off',
                      spellCheck: false,
                    }}
                    sx={cell}
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

const sheet = {
  borderCollapse: 'collapse',
  '& th, & td': { p: 0.25, textAlign: 'right' },
  '& th': { color: 'text.secondary', fontSize: '0.76rem', fontWeight: 600, px: 1, whiteSpace: 'nowrap' },
} as const;

const cell = {
  width: 148,
  border: 1,
  borderColor: 'lineStrong',
  borderRadius: 0.75,
  fontSize: '0.86rem',
  bgcolor: 'background.paper',
  '& .MuiInputBase-input': { px: 0.75, py: 0.5, textAlign: 'right' },
  '&.Mui-focused': { borderColor: 'primary.main' },
  '&.Mui-error': { borderColor: 'tones.danger', bgcolor: 'raised' },
} as const;
