import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { LinkBase, useTranslate } from 'react-admin';
import type { LoggedDecisionSummary } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { PersonName } from '../../fields/PersonName.tsx';
import { ZoneChip } from '../../fields/ZoneChip.tsx';
import { Scroller } from '../../layout/Scroller.tsx';
import { MONO } from '../../layout/theme.ts';
import { groupDigits } from '../../text/figures.ts';
import { decisionPath } from './decisionPath.ts';
import { OutcomeChip } from './OutcomeChip.tsx';

const COLUMNS = ['sequence', 'id', 'as_of', 'type', 'account', 'outcome', 'zones', 'contracts', 'actor'] as const;

/** The first to go where room is short. */
const SPARE = new Set(['contracts', 'actor']);

const spare = (column: string) => (SPARE.has(column) ? { display: { xs: 'none', lg: 'table-cell' } } : {});

interface Props {
  readonly rows: readonly LoggedDecisionSummary[];
  /** Whether another page is on its way. */
  readonly isStale: boolean;
}

/** A page of entries; the whole of one a click away. */
export function DecisionTable({ rows, isStale }: Props) {
  const translate = useTranslate();
  return (
    <Scroller isRuled>
      <Table
        size="small"
        aria-label={translate('decisions.entries')}
        aria-busy={isStale}
        sx={{ opacity: isStale ? 0.6 : 1 }}
      >
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableCell key={column} align={column === 'sequence' ? 'right' : 'left'} sx={spare(column)}>
                {translate(`decisions.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <Row key={row.sequence} row={row} />
          ))}
        </TableBody>
      </Table>
    </Scroller>
  );
}

function Row({ row }: { row: LoggedDecisionSummary }) {
  const translate = useTranslate();
  // What somebody wrote into the database past the service may lack what an entry has.
  if (row.decisionId === '') {
    return (
      <TableRow>
        <TableCell align="right">{groupDigits(String(row.sequence))}</TableCell>
        <TableCell colSpan={COLUMNS.length - 1} sx={{ color: 'tones.danger' }}>
          {translate('decisions.not_an_entry')}
        </TableCell>
      </TableRow>
    );
  }
  return (
    <TableRow hover>
      <TableCell align="right">{groupDigits(String(row.sequence))}</TableCell>
      <TableCell>
        <Link component={LinkBase} to={decisionPath(row.decisionId)} sx={{ fontFamily: MONO }}>
          {row.decisionId.slice(0, 10)}
        </Link>
      </TableCell>
      <TableCell>
        <InstantField value={row.asOf} isShort />
      </TableCell>
      <TableCell>{translate(`decisions.type_of.${row.type}`)}</TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere', minWidth: 90 }}>{row.account}</TableCell>
      <TableCell>
        <OutcomeChip outcome={row.outcome} />
      </TableCell>
      <TableCell>
        <Zones row={row} />
      </TableCell>
      <TableCell sx={{ ...spare('contracts'), maxWidth: 260 }}>{row.contracts.join(', ')}</TableCell>
      <TableCell sx={spare('actor')}>
        <PersonName id={row.actor} />
      </TableCell>
    </TableRow>
  );
}

/** What moved, from where to where; else the zones that were found. */
function Zones({ row: { moves, zones } }: { row: LoggedDecisionSummary }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5 }}>
      {moves.length === 0
        ? zones.map((zone) => <ZoneChip key={zone} zone={zone} />)
        : moves.map(({ scope, from, to }) => (
            <Box
              key={scope}
              component="span"
              title={scope}
              sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', whiteSpace: 'nowrap' }}
            >
              <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8rem' }}>
                {from ?? translate('decisions.no_zone')} →
              </Box>
              <ZoneChip zone={to} />
            </Box>
          ))}
    </Box>
  );
}
