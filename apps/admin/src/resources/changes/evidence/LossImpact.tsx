import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { ImpactReport } from '@backstop/contracts';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { Scroller } from '../../../layout/Scroller.tsx';
import { groupDigits } from '../../../text/figures.ts';

type Losses = NonNullable<ImpactReport['shocks'][number]['losses']>;
type Row = Losses['before'][number];

const AMOUNTS = [
  'deficit',
  'owed',
  'borneByAccount',
  'fundDrawn',
  'treasuryDrawn',
  'socialized',
  'notAsked',
  'uncovered',
] as const satisfies readonly (keyof Row)[];

/** What negative balances of the book would cost whom, before and after, asset by asset. */
export function LossImpact({ losses }: { losses: Losses }) {
  const translate = useTranslate();
  const assets = [...new Set([...losses.before, ...losses.after].map(({ asset }) => asset))].sort();
  if (assets.length === 0) return <Box>{translate('impact.losses.none')}</Box>;
  return assets.map((asset) => (
    <LossTable
      key={asset}
      asset={asset}
      before={losses.before.find((row) => row.asset === asset)}
      after={losses.after.find((row) => row.asset === asset)}
    />
  ));
}

function LossTable({ asset, before, after }: { asset: string; before: Row | undefined; after: Row | undefined }) {
  const translate = useTranslate();
  const title = translate('impact.losses.title', { asset });
  // A line of nothing on either side says nothing; what is missing and what nobody bears is said even where it is none.
  const shown = AMOUNTS.filter(
    (field) =>
      field === 'deficit' || field === 'uncovered' || [before, after].some((row) => (row?.[field] ?? '0') !== '0'),
  );
  return (
    <Scroller label={title}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      <Table size="small" aria-label={title} sx={{ maxWidth: 620 }}>
        <TableHead>
          <TableRow>
            <TableCell />
            <TableCell align="right">{translate('impact.losses.before')}</TableCell>
            <TableCell align="right">{translate('impact.losses.after')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          <CountLine label={translate('impact.losses.accounts')} before={before?.accounts} after={after?.accounts} />
          {shown.map((field) => (
            <TableRow key={field} hover>
              <TableCell component="th" scope="row">
                {translate(`impact.losses.${field}`)}
              </TableCell>
              {[before, after].map((row, at) => (
                <TableCell key={at === 0 ? 'before' : 'after'} align="right">
                  <MoneyField value={row?.[field] ?? '0'} unit={asset} />
                </TableCell>
              ))}
            </TableRow>
          ))}
          <CountLine label={translate('impact.losses.sharers')} before={before?.sharers} after={after?.sharers} />
        </TableBody>
      </Table>
    </Scroller>
  );
}

interface CountLineProps {
  readonly label: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

function CountLine({ label, before = 0, after = 0 }: CountLineProps) {
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        {label}
      </TableCell>
      <TableCell align="right">{groupDigits(String(before))}</TableCell>
      <TableCell align="right">{groupDigits(String(after))}</TableCell>
    </TableRow>
  );
}
