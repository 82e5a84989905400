import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Failure } from '../../../layout/Failure.tsx';
import { Loading } from '../../../layout/Loading.tsx';
import { Scroller } from '../../../layout/Scroller.tsx';
import { useVersion } from '../../../providers/queries.ts';
import { Differences } from '../../policies/Differences.tsx';
import type { DraftEntry } from './draft.ts';

interface Props {
  readonly kind: string;
  /** What amounts are counted in; null where it is not known. */
  readonly asset: string | null;
  readonly entry: DraftEntry;
  /** Canonical; null while it has problems. */
  readonly document: Readonly<Record<string, unknown>> | null;
}

/** What the typed document changes against the version that it is written against, computed here while it is typed. */
export function EntryDifferences({ kind, asset, entry, document }: Props) {
  const translate = useTranslate();
  const { data, error, refetch } = useVersion(entry.policy, entry.base);
  if (entry.base === null) return <Box sx={{ color: 'text.secondary' }}>{translate('change.entry_new')}</Box>;
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={2} />;
  if (data.document === null) return <Box sx={{ color: 'text.secondary' }}>{translate('draft.base_ended')}</Box>;
  if (document === null) return <Box sx={{ color: 'text.secondary' }}>{translate('draft.differences_later')}</Box>;
  return (
    <Box component="section" aria-label={translate('change.differences_of', { policy: entry.policy })}>
      <Typography variant="h3">{translate('draft.differences')}</Typography>
      <Scroller label={translate('draft.differences')} sx={{ mx: -2 }}>
        <Differences
          kind={kind}
          before={data.document}
          after={document}
          asset={asset}
          none={translate('draft.no_difference')}
        />
      </Scroller>
    </Box>
  );
}
