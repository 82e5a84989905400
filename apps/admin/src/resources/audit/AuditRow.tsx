import { useId, useState, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { AuditEntryResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { PersonName } from '../../fields/PersonName.tsx';
import { MONO } from '../../layout/theme.ts';
import { groupDigits } from '../../text/figures.ts';
import { readKey } from '../../text/readKey.ts';
import { AuditEntryDetails } from './AuditEntryDetails.tsx';

interface Props {
  readonly entry: AuditEntryResource;
  /** Narrows the list to the same actor, act or subject. */
  readonly onNarrow: (filter: Readonly<Record<string, string>>) => void;
  readonly columns: number;
}

/** One act; the rest of it when asked for. */
export function AuditRow(props: Props) {
  // What somebody wrote into the database past the service may lack what an entry has.
  return isWhole(props.entry) ? <WholeRow {...props} /> : <BrokenRow {...props} />;
}

function isWhole({ at, actor, act, subject }: Partial<AuditEntryResource>): boolean {
  return [at, actor, act, subject].every((part) => typeof part === 'string');
}

function BrokenRow({ entry, columns }: Props) {
  const translate = useTranslate();
  return (
    <TableRow>
      <TableCell align="right">{groupDigits(String(entry.sequence))}</TableCell>
      <TableCell colSpan={columns - 1} sx={{ color: 'tones.danger' }}>
        {translate('audit.not_an_entry')}
      </TableCell>
    </TableRow>
  );
}

function WholeRow({ entry, onNarrow, columns }: Props) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const detailsId = useId();
  const { sequence, at, actor, act, subject } = entry;
  return (
    <>
      <TableRow hover selected={isOpen}>
        <TableCell align="right">{groupDigits(String(sequence))}</TableCell>
        <TableCell>
          <InstantField value={at} isShort />
        </TableCell>
        <TableCell>
          <Narrow what={translate('audit.only_actor')} onClick={() => onNarrow({ actor })}>
            <PersonName id={actor} />
          </Narrow>
        </TableCell>
        <TableCell>
          <Narrow what={translate('audit.only_act')} onClick={() => onNarrow({ act })}>
            {readKey(act)}
          </Narrow>
        </TableCell>
        <TableCell sx={{ overflowWrap: 'anywhere', minWidth: { xs: 130, lg: 180 } }}>
          <Narrow what={translate('audit.only_subject')} onClick={() => onNarrow({ subject })}>
            <Subject subject={subject} />
          </Narrow>
        </TableCell>
        <TableCell align="right">
          <Button
            aria-expanded={isOpen}
            aria-controls={detailsId}
            aria-label={translate(isOpen ? 'audit.close_named' : 'audit.open_named', { sequence })}
            onClick={() => setOpen(!isOpen)}
          >
            {translate(isOpen ? 'audit.close_act' : 'audit.open_act')}
          </Button>
        </TableCell>
      </TableRow>
      {isOpen ? (
        <TableRow id={detailsId}>
          <TableCell colSpan={columns} sx={{ bgcolor: 'raised' }}>
            <AuditEntryDetails entry={entry} />
          </TableCell>
        </TableRow>
      ) : null}
    </>
  );
}

interface NarrowProps {
  readonly what: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Narrow({ what, onClick, children }: NarrowProps) {
  return (
    <Link
      component="button"
      type="button"
      color="inherit"
      title={what}
      onClick={onClick}
      sx={{ textAlign: 'left', font: 'inherit', verticalAlign: 'baseline' }}
    >
      {children}
    </Link>
  );
}

/** `person:<id>` by name; everything else as the chain has it. */
function Subject({ subject }: { subject: string }) {
  const translate = useTranslate();
  const [kind = '', ...rest] = subject.split(':');
  const id = rest.join(':');
  if (kind === 'person' && id !== '') {
    return (
      <>
        {translate('audit.subject_person')} <PersonName id={id} />
      </>
    );
  }
  return (
    <Box component="span" sx={{ fontFamily: MONO, fontSize: '0.94em' }}>
      {subject}
    </Box>
  );
}
