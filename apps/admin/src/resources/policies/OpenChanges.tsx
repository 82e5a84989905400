import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import { EffectChip } from '../../fields/EffectChip.tsx';
import { PersonName } from '../../fields/PersonName.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { useChanges } from '../../providers/changeQueries.ts';
import { useMay } from '../../providers/session.ts';
import { changePath, changesPath } from '../changes/changePath.ts';
import { changeTitle } from '../changes/changeTitle.ts';
import { PhaseChip } from '../changes/PhaseChip.tsx';
import { StartText } from '../changes/StartText.tsx';

const OPEN = 'draft,submitted,rejected,scheduled';

/** Changes of a policy that are under way; nothing while there are none. */
export function OpenChanges({ policy }: { policy: string }) {
  const translate = useTranslate();
  const { data, error, refetch } = useChanges({ policy, phase: OPEN, limit: 20 }, useMay('change:read'));
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.data.length === 0) return null;
  return (
    <Panel
      title={translate('waiting_panel.open')}
      note={translate('waiting_panel.open_note')}
      actions={
        <Button component={LinkBase} to={changesPath({ policy })}>
          {translate('waiting_panel.all_of')}
        </Button>
      }
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75, fontSize: '0.88rem' }}>
        {data.data.map((change) => (
          <Box component="li" key={change.id} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <Link component={LinkBase} to={changePath(change.id)} sx={{ fontWeight: 600 }}>
              {changeTitle(change, translate)}
            </Link>
            <PhaseChip phase={change.phase} />
            {change.effect === null ? null : <EffectChip effect={change.effect} />}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              <PersonName id={change.author} /> · <StartText change={change} />
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
