import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { ImpactReport } from '@backstop/contracts';
import { ZoneChip } from '../../../fields/ZoneChip.tsx';
import { groupDigits, shorten } from '../../../text/figures.ts';

type Row = ImpactReport['shocks'][number]['hardestHit'][number];

/** Digits behind the point of a ratio and of an amount that are shown; the exact ones are on hover. */
const RATIO_DECIMALS = 4;
const AMOUNT_DECIMALS = 2;

/** The accounts that the change takes most from. */
export function HardestHit({ rows }: { rows: readonly Row[] }) {
  const translate = useTranslate();
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {translate('impact.hardest')}
      </Typography>
      <Table size="small" aria-label={translate('impact.hardest')} sx={{ '& td': { whiteSpace: 'nowrap' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('impact.account')}</TableCell>
            <TableCell>{translate('impact.scope')}</TableCell>
            <TableCell>{translate('impact.zones')}</TableCell>
            <TableCell align="right">{translate('impact.ratio')}</TableCell>
            <TableCell align="right">{translate('impact.maintenance')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={`${row.account} ${row.scope}`} hover>
              <TableCell>{row.account}</TableCell>
              <TableCell>{row.scope}</TableCell>
              <TableCell>
                <ZoneChip zone={row.zoneBefore} /> → <ZoneChip zone={row.zoneAfter} />
              </TableCell>
              <TableCell align="right">
                <Figures before={row.marginRatioBefore} after={row.marginRatioAfter} decimals={RATIO_DECIMALS} />
              </TableCell>
              <TableCell align="right">
                <Figures
                  before={row.maintenanceMarginBefore}
                  after={row.maintenanceMarginAfter}
                  decimals={AMOUNT_DECIMALS}
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Figures({ before, after, decimals }: { before: string | null; after: string | null; decimals: number }) {
  const read = (text: string | null): string => (text === null ? '–' : groupDigits(shorten(text, decimals)));
  return <span title={`${before ?? '–'} → ${after ?? '–'}`}>{`${read(before)} → ${read(after)}`}</span>;
}
