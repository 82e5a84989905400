import { useMemo } from 'react';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { ChangedPlace } from '@backstop/core/change';
import { parsePolicyId, type Difference } from '@backstop/core/policy';
import { ladderUnits } from '../../../kinds/margin-tiers/ladderUnits.ts';
import { Scroller } from '../../../layout/Scroller.tsx';
import { useSpecification } from '../../../providers/useSpecification.ts';
import { DifferenceTable } from '../../policies/DifferenceTable.tsx';
import { differencesOf } from '../../policies/differencesOf.ts';
import { checkEntry } from './checkEntry.ts';
import type { Draft, DraftEntry } from './draft.ts';
import { draftPlace } from './draftPlace.ts';
import { draftChanges } from './mergeDrafts.ts';
import { placeLabel } from './placeLabel.ts';
import { placeValue } from './placeValue.ts';
import { scopeOfTexts } from './scopeTexts.ts';

interface Props {
  readonly title: string;
  readonly base: Draft;
  readonly side: Draft;
}

/** What one of two people changed in a draft: documents in the words of their kind, anything else place by place. */
export function SideChanges({ title, base, side }: Props) {
  const translate = useTranslate();
  const { documents, places } = useMemo(() => told(base, side), [base, side]);
  return (
    <Box component="section" aria-label={title}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      {documents.length + places.length === 0 ? translate('merge.nothing') : null}
      {places.length === 0 ? null : <PlacesTable label={title} places={places} />}
      {documents.map(({ entry, differences }) => (
        <DocumentChanges key={entry.policy} entry={entry} differences={differences} />
      ))}
    </Box>
  );
}

function DocumentChanges({ entry, differences }: ToldDocument) {
  const translate = useTranslate();
  const { data: specification } = useSpecification();
  const label = translate('change.differences_of', { policy: entry.policy });
  return (
    <Scroller label={label} sx={{ mt: 1 }}>
      <Typography variant="body2" sx={{ px: 2, fontWeight: 600 }}>
        {entry.policy}
      </Typography>
      <DifferenceTable
        label={label}
        differences={differences}
        asset={ladderUnits(scopeOfTexts(entry.scope), specification).settlementAsset}
      />
    </Scroller>
  );
}

function PlacesTable({ label, places }: { label: string; places: readonly ChangedPlace[] }) {
  const translate = useTranslate();
  return (
    <Scroller label={label}>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('versions.where')}</TableCell>
            <TableCell>{translate('merge.was')}</TableCell>
            <TableCell>{translate('merge.is')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {places.map(({ path, before, after }) => (
            <TableRow key={path}>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{placeLabel(path, translate)}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{placeValue(path, before, translate)}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{placeValue(path, after, translate)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Scroller>
  );
}

interface ToldDocument {
  readonly entry: DraftEntry;
  readonly differences: readonly Difference[];
}

function told(
  base: Draft,
  side: Draft,
): { readonly documents: readonly ToldDocument[]; readonly places: readonly ChangedPlace[] } {
  const places = draftChanges(base, side);
  const changed = new Set(places.flatMap(({ path }) => documentAt(path)));
  const documents = side.entries.flatMap((entry): ToldDocument[] => {
    if (!changed.has(entry.policy)) return [];
    const was = base.entries.find(({ policy }) => policy === entry.policy);
    const differences = was === undefined ? [] : documentDifferences(was, entry);
    return differences.length === 0 ? [] : [{ entry, differences }];
  });
  const inWords = new Set(documents.map(({ entry }) => entry.policy));
  return { documents, places: places.filter(({ path }) => !documentAt(path).some((policy) => inWords.has(policy))) };
}

/** The policy whose document a place lies in. */
function documentAt(path: string): readonly string[] {
  const { policy, isInDocument } = draftPlace(path);
  return policy !== null && isInDocument ? [policy] : [];
}

/** None where one of the two is not right yet: nothing is said of what such a document does. */
function documentDifferences(was: DraftEntry, is: DraftEntry): readonly Difference[] {
  const [before, after] = [checkEntry(was).document, checkEntry(is).document];
  if (before === null || after === null) return [];
  return differencesOf(parsePolicyId(is.policy)?.kind ?? '', before, after) ?? [];
}
