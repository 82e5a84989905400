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
import { Scroller } from '../../../layout/Scroller.tsx';
import { useSpecification, type Specification } from '../../../providers/useSpecification.ts';
import { groupDigits, shorten } from '../../../text/figures.ts';

type Row = ImpactReport['shocks'][number]['hardestHit'][number];

/** Digits behind the point of a ratio and of an amount that are shown; the exact ones are on hover. */
const RATIO_DECIMALS = 4;
const AMOUNT_DECIMALS = 2;

/** The accounts that the change takes most from. */
export function HardestHit({ rows }: { rows: readonly Row[] }) {
  const translate = useTranslate();
  const { data: specification } = useSpecification();
  return (
    <Scroller label={translate('impact.hardest')}>
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
                  unit={assetOf(row.scope, specification)}
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Scroller>
  );
}

interface FiguresProps {
  readonly before: string | null;
  readonly after: string | null;
  readonly decimals: number;
  readonly unit?: string | null;
}

function Figures({ before, after, decimals, unit = null }: FiguresProps) {
  const read = (text: string | null): string => (text === null ? '–' : shorten(groupDigits(text), decimals));
  return (
    <span title={`${before ?? '–'} → ${after ?? '–'}`}>
      {`${read(before)} → ${read(after)}`}
      {unit === null ? null : (
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.86em', ml: 0.5 }}>
          {unit}
        </Box>
      )}
    </span>
  );
}

/** What a scope is counted in, by its key `cross:USDT` or `isolated:ETHUSDT:net`; null where it is not known. */
function assetOf(scope: string, specification: Specification | undefined): string | null {
  const [form, name = ''] = scope.split(':');
  return form === 'cross' ? name : (specification?.contracts.get(name)?.settlementAsset ?? null);
}
