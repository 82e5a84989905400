import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'react-admin';
import type { RebaseConflict, RebaseRequest } from '@backstop/contracts';
import { Scroller } from '../../../layout/Scroller.tsx';
import { MONO } from '../../../layout/theme.ts';
import { groupDigits } from '../../../text/figures.ts';

type Resolution = RebaseRequest['resolutions'][number];

interface Props {
  readonly conflicts: readonly RebaseConflict[];
  readonly taken: readonly Resolution[];
  /** What the two sides are called; left out where they are a change and what is in force. */
  readonly heads?: { readonly ours: string; readonly theirs: string };
  readonly onTake: (resolution: Resolution) => void;
}

/** Where both sides changed the same thing: what it was, what this change says, what is in force by now. */
export function ConflictTable({ conflicts, taken, heads, onTake }: Props) {
  const translate = useTranslate();
  const { ours: mine, theirs: other } = heads ?? { ours: translate('rebase.ours'), theirs: translate('rebase.theirs') };
  return (
    <Scroller label={translate('rebase.conflicts')} sx={{ mt: 1 }}>
      <Table size="small" aria-label={translate('rebase.conflicts')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('versions.where')}</TableCell>
            <TableCell>{translate('rebase.base')}</TableCell>
            <TableCell>{mine}</TableCell>
            <TableCell>{other}</TableCell>
            <TableCell>{translate('rebase.take')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {conflicts.map(({ policy, path, base, ours, theirs }) => (
            <TableRow key={`${policy} ${path}`}>
              <TableCell sx={{ fontFamily: MONO, fontSize: '0.76rem', overflowWrap: 'anywhere' }}>
                {policy} {path}
              </TableCell>
              {[base, ours, theirs].map((value, index) => (
                <TableCell key={index}>{readValue(value, translate('versions.absent'))}</TableCell>
              ))}
              <TableCell>
                <ToggleButtonGroup
                  exclusive
                  value={taken.find((one) => one.policy === policy && one.path === path)?.take ?? null}
                  aria-label={translate('rebase.take_of', { path })}
                  onChange={(_, take: Resolution['take'] | null) => take !== null && onTake({ policy, path, take })}
                >
                  <ToggleButton value="ours">{mine}</ToggleButton>
                  <ToggleButton value="theirs">{other}</ToggleButton>
                </ToggleButtonGroup>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Scroller>
  );
}

function readValue(value: unknown, absent: string): string {
  if (value === null || value === undefined) return absent;
  return typeof value === 'string' ? groupDigits(value) : JSON.stringify(value);
}
