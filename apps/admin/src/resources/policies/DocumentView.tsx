import { Suspense } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { PolicyResource } from '@backstop/contracts';
import { Failure } from '../../layout/Failure.tsx';
import { JsonPanel } from '../../layout/JsonPanel.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { viewerOf } from '../../kinds/viewers.ts';
import { useVersion } from '../../providers/queries.ts';

/** One version of a policy as its kind's viewer draws it, and its JSON. */
export function DocumentView({ policy, version }: { policy: PolicyResource; version: number }) {
  const translate = useTranslate();
  const { data, isPending, error, refetch } = useVersion(policy.id, version);
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  if (data.document === null) return <Ended policy={policy} version={version} />;
  const Viewer = viewerOf(policy.kind);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <Suspense fallback={<Loading />}>
        {/* Keyed by version: a viewer keeps choices of its own that belong to one document. */}
        <Viewer
          key={`${policy.id}/${String(version)}`}
          document={data.document}
          kind={policy.kind}
          scope={policy.scope}
        />
      </Suspense>
      <JsonPanel title={translate('policy.json')} note={translate('policy.json_note')} value={data.document} />
    </Box>
  );
}

/** Out of force; what it said last stays readable. */
function Ended({ policy, version }: { policy: PolicyResource; version: number }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <Alert severity="info" variant="outlined" sx={{ bgcolor: 'background.paper' }}>
        {translate('policy.ends', { version })}{' '}
        {version > 1 ? translate('policy.ends_before', { version: version - 1 }) : null}
      </Alert>
      {version > 1 ? <DocumentView policy={policy} version={version - 1} /> : null}
    </Box>
  );
}
