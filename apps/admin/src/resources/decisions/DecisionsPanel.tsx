import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { useSearchParams } from '../../layout/useSearchParams.ts';
import { decisionApi, type DecisionPage, type DecisionPlace } from '../../providers/decisionApi.ts';
import { FILTER_NAMES, filterOf, soughtOf } from './decisionFilter.ts';
import { DecisionFilters } from './DecisionFilters.tsx';
import { DecisionTable } from './DecisionTable.tsx';

/** The log, the latest first, a page at a time; what is sought and which page is in the address. */
export function DecisionsPanel() {
  const translate = useTranslate();
  const params = useSearchParams();
  const sought = soughtOf(params.get);
  const [before, after] = [params.get('before'), params.get('after')];
  const place: DecisionPlace = before !== null ? { before } : after !== null ? { after } : null;
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ['decisions', 'page', sought, place],
    queryFn: ({ signal }) => decisionApi.page(filterOf(sought), place, signal),
    placeholderData: keepPreviousData,
  });
  const isNarrowed = FILTER_NAMES.some((name) => sought[name] !== '');
  const narrow = (next: Readonly<Record<string, string | null>>): void =>
    params.set({ ...next, before: null, after: null }, true);
  return (
    <Panel title={translate('decisions.entries')} note={translate('decisions.latest_first')} flush>
      <DecisionFilters sought={sought} onSeek={narrow} />
      <Box sx={{ height: 4 }}>{isFetching && data !== undefined ? <LinearProgress /> : null}</Box>
      {data === undefined && error === null ? <Loading /> : null}
      {error === null ? null : (
        <Box sx={{ px: 2 }}>
          <Failure error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {data === undefined || error !== null ? null : data.rows.length === 0 ? (
        <Empty title={translate(isNarrowed ? 'decisions.none_match' : 'decisions.none')}>
          {translate(isNarrowed ? 'decisions.none_match_hint' : 'decisions.none_hint')}
        </Empty>
      ) : (
        <DecisionTable rows={data.rows} isStale={isPlaceholderData} />
      )}
      {data === undefined || (place === null && !data.hasMore) ? null : (
        <Pager page={data} place={place} onTurn={(next) => params.set({ before: null, after: null, ...next })} />
      )}
    </Panel>
  );
}

interface PagerProps {
  readonly page: DecisionPage;
  readonly place: DecisionPlace;
  readonly onTurn: (to: Readonly<Record<string, string | null>>) => void;
}

function Pager({ page, place, onTurn }: PagerProps) {
  const translate = useTranslate();
  const [first, last] = [page.rows.at(0), page.rows.at(-1)];
  const cameFromEarlier = place !== null && 'after' in place;
  const hasLater = place !== null && (!cameFromEarlier || page.hasMore);
  const hasEarlier = cameFromEarlier || page.hasMore;
  return (
    <Box
      component="nav"
      aria-label={translate('decisions.pages')}
      sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end', p: 1.5, borderTop: 1, borderColor: 'divider' }}
    >
      <Button disabled={place === null} onClick={() => onTurn({})}>
        {translate('decisions.latest')}
      </Button>
      <Button
        disabled={!hasLater || first === undefined}
        onClick={() => onTurn({ after: String(first?.sequence ?? 0) })}
      >
        {translate('decisions.later')}
      </Button>
      <Button
        disabled={!hasEarlier || last === undefined}
        onClick={() => onTurn({ before: String(last?.sequence ?? 0) })}
      >
        {translate('decisions.earlier')}
      </Button>
    </Box>
  );
}
