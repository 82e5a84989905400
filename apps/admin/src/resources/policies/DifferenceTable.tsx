import { Fragment, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import { EFFECTS } from '@backstop/core/policy';
import type { Difference } from '@backstop/core/policy';
import { EffectChip } from '../../fields/EffectChip.tsx';
import { DiffField } from '../../fields/DiffField.tsx';
import { fieldUnit } from '../../fields/fieldUnit.ts';
import { Sentence } from '../../fields/Sentence.tsx';
import { MONO } from '../../layout/theme.ts';

/** What stands with one difference, besides what it is. */
export interface RowExtra {
  readonly action: ReactNode;
  /** Over the whole width under the row; null while there is nothing. */
  readonly below: ReactNode;
}

interface Props {
  readonly label: string;
  readonly differences: readonly Difference[];
  /** What amounts are counted in; null where it is not known. */
  readonly asset?: string | null;
  readonly extraOf?: (difference: Difference) => RowExtra;
}

/** Differences by row identity, worst effect first, in the kind's own sentences. */
export function DifferenceTable({ label, differences, asset = null, extraOf }: Props) {
  const translate = useTranslate();
  const worstFirst = differences.toSorted((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect));
  return (
    <>
      <DifferenceCounts differences={differences} />
      <Table size="small" aria-label={label} sx={extraOf === undefined ? table : talkedTable}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('versions.effect')}</TableCell>
            <TableCell>{translate('versions.sentence')}</TableCell>
            <TableCell>{translate('versions.was_is')}</TableCell>
            {extraOf === undefined ? (
              <TableCell>{translate('versions.where')}</TableCell>
            ) : (
              <TableCell align="right">{translate('change.talk')}</TableCell>
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {worstFirst.map((difference) => (
            <DifferenceRow
              key={`${difference.path} ${difference.sentence}`}
              difference={difference}
              asset={asset}
              extra={extraOf?.(difference) ?? null}
            />
          ))}
        </TableBody>
      </Table>
    </>
  );
}

interface RowProps {
  readonly difference: Difference;
  readonly asset: string | null;
  readonly extra: RowExtra | null;
}

function DifferenceRow({ difference, asset, extra }: RowProps) {
  const { path, before, after, effect, sentence } = difference;
  const hasBelow = extra !== null && extra.below !== null;
  return (
    <Fragment>
      <TableRow hover {...(hasBelow ? { sx: { '& > td': { borderBottom: 0 } } } : {})}>
        <TableCell>
          <EffectChip effect={effect} />
        </TableCell>
        <TableCell>
          <Sentence text={sentence} />
          {extra === null ? null : <Box sx={place}>{path}</Box>}
        </TableCell>
        <TableCell>
          <DiffField before={before} after={after} about={path} unit={fieldUnit(path)} asset={asset} />
        </TableCell>
        {extra === null ? (
          <TableCell sx={place}>{path}</TableCell>
        ) : (
          <TableCell align="right">{extra.action}</TableCell>
        )}
      </TableRow>
      {hasBelow ? (
        <TableRow>
          <TableCell colSpan={4} sx={{ pt: '0 !important' }}>
            {extra.below}
          </TableCell>
        </TableRow>
      ) : null}
    </Fragment>
  );
}

/** How many there are of each effect, worst first. */
function DifferenceCounts({ differences }: Pick<Props, 'differences'>) {
  const translate = useTranslate();
  return (
    <Box
      role="status"
      sx={{ px: 2, py: 1.25, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', fontSize: '0.86rem' }}
    >
      {translate('versions.differences', { smart_count: differences.length })}
      {EFFECTS.map((effect) => ({ effect, count: differences.filter((one) => one.effect === effect).length }))
        .filter(({ count }) => count > 0)
        .map(({ effect, count }) => (
          <Box component="span" key={effect} sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}>
            {count} <EffectChip effect={effect} />
          </Box>
        ))}
    </Box>
  );
}

const place = { fontFamily: MONO, fontSize: '0.76rem', color: 'text.secondary', overflowWrap: 'anywhere' } as const;

const table = { '& td:nth-of-type(2)': { minWidth: 240 }, '& td:nth-of-type(4)': { minWidth: 200 } } as const;

const talkedTable = { '& td:nth-of-type(2)': { minWidth: 220, width: '50%' } } as const;
