import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import { EffectChip } from '../../fields/EffectChip.tsx';
import { InstantField } from '../../fields/InstantField.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { useChanges } from '../../providers/changeQueries.ts';
import { changePath } from '../changes/changePath.ts';
import { changeTitle } from '../changes/changeTitle.ts';
import { StartText } from '../changes/StartText.tsx';
import { datedRow } from './panelRows.ts';

/** Approved changes told on the first page. */
const SHOWN = 5;

interface Props {
  /** When the set in force will next change; null = nothing is scheduled. */
  readonly nextChangeAt: string | null;
}

/** What is approved and not yet in force, in the order in which it takes effect; and what ends by itself before. */
export function ComingPanel({ nextChangeAt }: Props) {
  const translate = useTranslate();
  const { data, error, refetch } = useChanges({
    phase: 'scheduled',
    sort: 'effectiveFrom',
    order: 'asc',
    limit: SHOWN,
  });
  const coming = data?.data ?? [];
  const endsFirst =
    data !== undefined && nextChangeAt !== null && coming.every(({ effectiveFrom }) => effectiveFrom !== nextChangeAt);
  return (
    <Panel title={translate('waiting_panel.next')}>
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading rows={2} /> : null}
      {data !== undefined && coming.length === 0 && !endsFirst ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.88rem' }}>{translate('waiting_panel.next_none')}</Box>
      ) : null}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {endsFirst ? (
          <Box component="li" sx={datedRow}>
            <Box sx={{ fontWeight: 600 }}>
              <InstantField value={nextChangeAt} />
            </Box>
            <Box sx={{ color: 'text.secondary' }}>{translate('waiting_panel.next_ends')}</Box>
          </Box>
        ) : null}
        {coming.map((change) => (
          <Box component="li" key={change.id} sx={datedRow}>
            <Box sx={{ fontWeight: 600 }}>
              <StartText change={change} />
            </Box>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, minWidth: 0 }}>
              <Link component={LinkBase} to={changePath(change.id)}>
                {changeTitle(change, translate)}
              </Link>
              {change.effect === null ? null : <EffectChip effect={change.effect} />}
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
