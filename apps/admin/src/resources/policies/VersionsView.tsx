import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { PolicyResource } from '@backstop/contracts';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { useSearchParams } from '../../layout/useSearchParams.ts';
import { useVersions } from '../../providers/queries.ts';
import { CompareVersions } from './CompareVersions.tsx';
import { DocumentView } from './DocumentView.tsx';
import { VersionTimeline } from './VersionTimeline.tsx';

/** Every version on a timeline; any one opened, any two compared. What is chosen is in the address. */
export function VersionsView({ policy }: { policy: PolicyResource }) {
  const translate = useTranslate();
  const params = useSearchParams();
  const { data, isPending, error, refetch } = useVersions(policy.id);
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const opened = numberOf(params.get('open'));
  const before = numberOf(params.get('before'));
  const after = numberOf(params.get('after'));
  const compare = (from: number, to: number): void =>
    params.set({ before: String(from), after: String(to), open: null });
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <VersionTimeline
        versions={data}
        opened={opened}
        onOpen={(version) => params.set({ open: String(version), before: null, after: null })}
        onCompare={compare}
      />
      {before === null || after === null ? null : (
        <CompareVersions policy={policy} versions={data} before={before} after={after} onChoose={compare} />
      )}
      {opened === null ? null : (
        <Box component="section" aria-labelledby="opened-version">
          <Typography variant="h2" id="opened-version" sx={{ fontSize: '1.1rem', my: 1 }}>
            {translate('versions.opened', { version: opened })}
          </Typography>
          <DocumentView policy={policy} version={opened} />
        </Box>
      )}
    </Box>
  );
}

function numberOf(text: string | null): number | null {
  const value = Number(text);
  return text === null || !Number.isInteger(value) || value < 1 ? null : value;
}
