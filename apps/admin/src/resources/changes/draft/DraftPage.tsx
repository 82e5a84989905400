import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams, useTranslate } from 'react-admin';
import { Failure } from '../../../layout/Failure.tsx';
import { Loading } from '../../../layout/Loading.tsx';
import { PageHeader } from '../../../layout/PageHeader.tsx';
import { api } from '../../../providers/dataProvider.ts';
import { useChange } from '../../../providers/changeQueries.ts';
import { useSession } from '../../../providers/session.ts';
import { draftOfChange, EMPTY_DRAFT } from './draft.ts';
import { DraftForm } from './DraftForm.tsx';
import { entryOfPolicy } from './entryOfPolicy.ts';

/** Where a change is written: one that exists, or one that begins with what some policies say now. */
export function DraftPage() {
  const { id } = useParams();
  const me = useSession().person?.id;
  // What is typed is kept under the name of whoever types: the form waits until that is known.
  if (me === undefined) return <Loading />;
  return id === undefined ? <NewDraft me={me} /> : <StoredDraft key={id} id={id} me={me} />;
}

function StoredDraft({ id, me }: { id: string; me: string }) {
  const translate = useTranslate();
  const { data, error, refetch } = useChange(id, false);
  if (data !== undefined) {
    return <DraftForm storeKey={`${me}.${id}`} change={data} stored={draftOfChange(data)} />;
  }
  if (error === null) return <Loading />;
  return (
    <>
      <PageHeader title={translate('change.not_read')} />
      <Failure error={error} onRetry={() => void refetch()} />
    </>
  );
}

function NewDraft({ me }: { me: string }) {
  const translate = useTranslate();
  const { search } = useLocation();
  const asked = new URLSearchParams(search).get('policies') ?? '';
  const { data, error, refetch } = useQuery({
    queryKey: ['draft', 'begin', asked],
    queryFn: () => begin(asked === '' ? [] : asked.split(',')),
    // What it begins with does not change under whoever types.
    staleTime: Infinity,
    gcTime: 0,
  });
  if (error !== null) {
    return (
      <>
        <PageHeader title={translate('draft.new')} />
        <Failure error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (data === undefined) return <Loading />;
  return <DraftForm key={asked} storeKey={`${me}.new.${asked}`} change={null} stored={data} />;
}

async function begin(policies: readonly string[]) {
  const entries = await Promise.all(policies.map(async (id) => entryOfPolicy(await api.policy(id))));
  return { ...EMPTY_DRAFT, entries };
}
