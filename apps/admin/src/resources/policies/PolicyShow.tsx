import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, ShowBase, useParams, useShowContext, useTranslate } from 'react-admin';
import type { PolicyResource } from '@backstop/contracts';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { useSearchParams } from '../../layout/useSearchParams.ts';
import { useKinds } from '../../providers/queries.ts';
import { ProposeButton } from '../changes/ProposeButton.tsx';
import { policiesPath } from './policiesPath.ts';
import { PolicyFacts } from './PolicyFacts.tsx';
import { PolicyTabs, viewOf } from './PolicyTabs.tsx';
import { DocumentView } from './DocumentView.tsx';
import { OpenChanges } from './OpenChanges.tsx';
import { VersionsView } from './VersionsView.tsx';

/** A policy: what it says now, and every version it has had. */
export function PolicyShow() {
  return (
    <ShowBase<PolicyResource> error={false} redirectOnError={false}>
      <PolicyPage />
    </ShowBase>
  );
}

function PolicyPage() {
  const { record, error, refetch } = useShowContext<PolicyResource>();
  const params = useSearchParams();
  const { id } = useParams();
  const view = viewOf(params.get('view'));
  if (error) {
    return (
      <>
        <PageHeader title={id ?? ''} />
        <Failure error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (record === undefined) return <Loading />;
  return (
    <>
      <PageHeader
        title={record.title}
        trail={<Trail policy={record} />}
        actions={<ProposeButton policies={[record.id]} />}
      />
      <PolicyFacts policy={record} />
      <Box sx={{ mt: 2, '&:empty': { display: 'none' } }}>
        <OpenChanges policy={record.id} />
      </Box>
      <PolicyTabs view={view} versions={record.versions} />
      <Box role="tabpanel" id="policy-view" aria-labelledby={`policy-tab-${view}`} sx={{ mt: 2 }}>
        {view === 'versions' ? (
          <VersionsView policy={record} />
        ) : (
          <DocumentView policy={record} version={record.version} />
        )}
      </Box>
    </>
  );
}

function Trail({ policy }: { policy: PolicyResource }) {
  const translate = useTranslate();
  const { data: kinds = [] } = useKinds();
  const kind = kinds.find(({ id }) => id === policy.kind)?.title ?? policy.kind;
  return (
    <Box component="nav" aria-label={translate('policy.trail')} sx={{ fontSize: '0.84rem', color: 'text.secondary' }}>
      <Link component={LinkBase} to="/policies">
        {translate('policies.title')}
      </Link>
      {' / '}
      <Link component={LinkBase} to={policiesPath({ kind: policy.kind })}>
        {kind}
      </Link>
    </Box>
  );
}
