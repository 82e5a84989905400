import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { LinkBase, useTranslate } from 'react-admin';
import type { PolicySetResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { useKinds } from '../../providers/queries.ts';
import { policiesPath } from '../policies/policiesPath.ts';

/** How many policies of each kind are in force; a kind without any says so. */
export function InForceByKind({ versions }: { versions: PolicySetResource['versions'] }) {
  const translate = useTranslate();
  const { data: kinds = [] } = useKinds();
  return (
    <Panel title={translate('home.kinds')} flush>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('home.kind')}</TableCell>
            <TableCell align="right">{translate('home.count')}</TableCell>
            <TableCell>{translate('home.latest')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {kinds.map(({ id, title }) => {
            const ofKind = versions.filter(({ kind }) => kind === id);
            const latest = ofKind.reduce<string | null>(
              (last, { effectiveFrom }) => (last === null || effectiveFrom > last ? effectiveFrom : last),
              null,
            );
            return (
              <TableRow key={id} hover>
                <TableCell>
                  <Link component={LinkBase} to={policiesPath({ kind: id })} sx={{ fontWeight: 600 }}>
                    {title}
                  </Link>
                </TableCell>
                <TableCell align="right">{ofKind.length}</TableCell>
                <TableCell>{latest === null ? translate('home.none') : <InstantField value={latest} />}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Panel>
  );
}
