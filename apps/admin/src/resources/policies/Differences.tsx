import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import { kinds } from '@backstop/core/kinds';
import type { Difference, Effect } from '@backstop/core/policy';
import { EffectChip } from '../../fields/EffectChip.tsx';
import { DiffField } from '../../fields/DiffField.tsx';
import { Sentence } from '../../fields/Sentence.tsx';
import { Empty } from '../../layout/Empty.tsx';
import { MONO } from '../../layout/theme.ts';

interface Props {
  readonly kind: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What can liquidate first. */
const ORDER: readonly Effect[] = ['can-liquidate', 'blocks-new-risk', 'costs', 'loosens', 'none'];

/** The differences of two documents by row identity, worst effect first, in the kind's own sentences. */
export function Differences({ kind, before, after }: Props) {
  const translate = useTranslate();
  const differences = differencesOf(kind, before, after);
  if (differences === null) return <Empty title={translate('versions.unknown_kind', { kind })} />;
  if (differences.length === 0) return <Empty title={translate('versions.no_difference')} />;
  return (
    <>
      <Box
        role="status"
        sx={{ px: 2, py: 1.25, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', fontSize: '0.86rem' }}
      >
        {translate('versions.differences', { smart_count: differences.length })}
        {ORDER.map((effect) => ({ effect, count: differences.filter((one) => one.effect === effect).length }))
          .filter(({ count }) => count > 0)
          .map(({ effect, count }) => (
            <Box component="span" key={effect} sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}>
              {count} <EffectChip effect={effect} />
            </Box>
          ))}
      </Box>
      <Table size="small" sx={{ '& td:nth-of-type(2)': { minWidth: 260 }, '& td:last-of-type': { minWidth: 230 } }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('versions.effect')}</TableCell>
            <TableCell>{translate('versions.sentence')}</TableCell>
            <TableCell>{translate('versions.was_is')}</TableCell>
            <TableCell>{translate('versions.where')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {differences.map((difference) => (
            <TableRow key={`${difference.path} ${difference.sentence}`} hover>
              <TableCell>
                <EffectChip effect={difference.effect} />
              </TableCell>
              <TableCell>
                <Sentence text={difference.sentence} />
              </TableCell>
              <TableCell>
                <DiffField before={difference.before} after={difference.after} about={difference.path} />
              </TableCell>
              <TableCell
                sx={{ fontFamily: MONO, fontSize: '0.76rem', color: 'text.secondary', overflowWrap: 'anywhere' }}
              >
                {difference.path}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}

/** null where the register does not know the kind. */
function differencesOf(kind: string, before: unknown, after: unknown): Difference[] | null {
  if (!Object.hasOwn(kinds, kind)) return null;
  const { diff } = kinds[kind as keyof typeof kinds];
  // The server has checked both documents against this kind's schema.
  const found = (diff as (a: unknown, b: unknown) => Difference[])(before, after);
  return found.toSorted((a, b) => ORDER.indexOf(a.effect) - ORDER.indexOf(b.effect));
}
