import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { LinkBase, useTranslate } from 'react-admin';
import type { PolicyVersionSummary } from '@backstop/contracts';
import { HashField } from '../../fields/HashField.tsx';
import { InstantField } from '../../fields/InstantField.tsx';
import { PersonName } from '../../fields/PersonName.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { changePath } from '../changes/changePath.ts';
import { replacedAt } from './replacedAt.ts';
import { StatusChip } from './StatusChip.tsx';

interface Props {
  /** Newest first. */
  readonly versions: readonly PolicyVersionSummary[];
  readonly opened: number | null;
  readonly onOpen: (version: number) => void;
  readonly onCompare: (before: number, after: number) => void;
}

/** The versions, newest first: when each was in force, who brought it, why. */
export function VersionTimeline({ versions, opened, onOpen, onCompare }: Props) {
  const translate = useTranslate();
  return (
    <Panel
      title={translate('versions.title')}
      note={versions.length === 1 ? translate('versions.only_one') : undefined}
      flush
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('versions.version')}</TableCell>
            <TableCell>{translate('versions.status')}</TableCell>
            <TableCell>{translate('versions.from')}</TableCell>
            <TableCell>{translate('versions.until')}</TableCell>
            <TableCell>{translate('versions.change')}</TableCell>
            <TableCell>{translate('versions.approved')}</TableCell>
            <TableCell>{translate('versions.digest')}</TableCell>
            <TableCell align="right">{translate('versions.actions')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {versions.map((version, index) => (
            <VersionRow
              key={version.version}
              version={version}
              until={replacedAt(version, versions)}
              previous={versions[index + 1]?.version ?? null}
              isOpened={version.version === opened}
              onOpen={onOpen}
              onCompare={onCompare}
            />
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}

interface RowProps extends Pick<Props, 'onOpen' | 'onCompare'> {
  readonly version: PolicyVersionSummary;
  readonly until: string | null;
  readonly previous: number | null;
  readonly isOpened: boolean;
}

function VersionRow({ version, until, previous, isOpened, onOpen, onCompare }: RowProps) {
  const translate = useTranslate();
  const number = version.version;
  const { id, origin, actor, reason } = version.change;
  return (
    <TableRow hover selected={isOpened}>
      <TableCell>
        <strong>{number}</strong>
      </TableCell>
      <TableCell>
        <StatusChip status={version.ends ? 'ended' : version.status} />
      </TableCell>
      <TableCell>
        <InstantField value={version.effectiveFrom} isShort />
      </TableCell>
      <TableCell>
        {until === null ? (
          version.status === 'active' ? (
            translate('versions.until_replaced')
          ) : (
            '–'
          )
        ) : (
          <InstantField value={until} isShort />
        )}
      </TableCell>
      <TableCell>
        <Link component={LinkBase} to={changePath(id)}>
          {origin === 'import' ? translate('versions.origin_import', { actor }) : <PersonName id={actor} />}
        </Link>
        {reason === '' ? null : <Box sx={{ color: 'text.secondary', fontSize: '0.8rem' }}>{reason}</Box>}
      </TableCell>
      <TableCell>
        <InstantField value={version.approvedAt} isShort />
      </TableCell>
      <TableCell>
        <HashField value={version.digest} label={translate('versions.digest_of', { version: number })} length={8} />
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {previous === null ? null : (
          <Button
            aria-label={translate('versions.compare_named', { version: number, previous })}
            onClick={() => onCompare(previous, number)}
          >
            {translate('versions.compare_previous', { version: previous })}
          </Button>
        )}
        <Button aria-label={translate('versions.open_named', { version: number })} onClick={() => onOpen(number)}>
          {translate('versions.open')}
        </Button>
      </TableCell>
    </TableRow>
  );
}
