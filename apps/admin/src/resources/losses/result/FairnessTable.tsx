import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { LossFairness, LossResource } from '@backstop/contracts';
import { Panel } from '../../../layout/Panel.tsx';
import { asPercent, groupDigits, shorten } from '../../../text/figures.ts';

const AMOUNTS = ['total', 'overshoot', 'undershoot'] as const;
const COUNTS = ['touched', 'wiped'] as const;
const RATES = ['largestHaircutRate', 'topTenShare'] as const;

/** How the loss was shared out, and how it would be under each method; nothing where nobody shares in it. */
export function FairnessTable({ loss }: { loss: LossResource }) {
  const translate = useTranslate();
  const { fairness, methods, deficit } = loss;
  const chosen = loss.layers.find(({ type }) => type === 'socialization')?.method;
  if (fairness === null) return null;
  const others = methods.filter(({ method }) => method !== chosen);
  const rows = [{ method: chosen ?? '', fairness }, ...others];
  const unit = deficit?.asset ?? '';
  return (
    <Panel title={translate('fairness.title')} note={translate('fairness.note')} flush>
      <Table size="small" aria-label={translate('fairness.title')} sx={{ '& td': { whiteSpace: 'nowrap' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('fairness.method')}</TableCell>
            {[...AMOUNTS, ...COUNTS, ...RATES, 'haircutGini'].map((column) => (
              <TableCell key={column} align="right">
                {translate(`fairness.${column}`, { unit })}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.method} selected={row.method === chosen}>
              <TableCell>
                {translate(`method.${row.method}`, { _: row.method })}
                {row.method === chosen ? ` (${translate('fairness.chosen')})` : ''}
              </TableCell>
              {figuresOf(row.fairness).map((figure, index) => (
                <TableCell key={index} align="right">
                  {figure}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}

function figuresOf(fairness: LossFairness): readonly string[] {
  return [
    ...AMOUNTS.map((name) => groupDigits(fairness[name])),
    ...COUNTS.map((name) => groupDigits(String(fairness[name]))),
    ...RATES.map((name) => `${shorten(asPercent(fairness[name]), 4)} %`),
    shorten(fairness.haircutGini, 6),
  ];
}
