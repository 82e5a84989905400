import { useState } from 'react';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'react-admin';
import type { EvidenceReport, ImpactReport } from '@backstop/contracts';
import { HashField } from '../../../fields/HashField.tsx';
import { InstantField } from '../../../fields/InstantField.tsx';
import { Sentence } from '../../../fields/Sentence.tsx';
import { Facts } from '../../../layout/Facts.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { groupDigits } from '../../../text/figures.ts';
import { readShock } from './readShock.ts';
import { ShockImpact } from './ShockImpact.tsx';
import { inWords } from '../../../text/phrases.ts';
import { ShocksChart } from './ShocksChart.tsx';

/** What the change does to the accounts of the last book, at no shock and at the declared ones; if nothing is known, why. */
export function ImpactPanel({ evidence }: { evidence: EvidenceReport }) {
  const translate = useTranslate();
  const { impact, impactReason, notComputed } = evidence;
  return (
    <Panel title={translate('impact.title')} note={impact === null ? undefined : translate('impact.note')}>
      {impact === null ? (
        <Box>
          <Sentence text={impactReason ?? translate('impact.none')} />
        </Box>
      ) : (
        <Impact impact={impact} />
      )}
      {notComputed.length === 0 ? null : (
        <Box sx={{ mt: 1.5, color: 'text.secondary', fontSize: '0.82rem' }}>
          {translate('impact.not_computed', { what: notComputed.map(inWords).join(', ') })}
        </Box>
      )}
    </Panel>
  );
}

function Impact({ impact }: { impact: ImpactReport }) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState(0);
  const shock = impact.shocks[chosen] ?? impact.shocks[0];
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <Facts
        facts={[
          { label: translate('impact.book_at'), value: <InstantField value={impact.snapshot.asOf} /> },
          { label: translate('impact.accounts'), value: groupDigits(String(impact.snapshot.accounts)) },
          { label: translate('impact.judged'), value: groupDigits(String(impact.judged)) },
          {
            label: translate('impact.snapshot'),
            value: <HashField value={impact.snapshot.hash} label={translate('impact.snapshot_hash')} />,
          },
        ]}
      />
      {impact.notJudged.length === 0 ? null : (
        <Box component="ul" aria-label={translate('impact.not_judged')} sx={{ m: 0, pl: 2.25, fontSize: '0.86rem' }}>
          {impact.notJudged.map(({ reason, accounts }) => (
            <li key={reason}>
              {translate('impact.not_judged_line', { smart_count: accounts })} <Sentence text={reason} />
            </li>
          ))}
        </Box>
      )}
      <ShocksChart shocks={impact.shocks} />
      <ToggleButtonGroup
        exclusive
        value={chosen}
        aria-label={translate('impact.shock')}
        onChange={(_, next: number | null) => next !== null && setChosen(next)}
        sx={{ flexWrap: 'wrap' }}
      >
        {impact.shocks.map(({ shock: share, newlyLiquidatable }, index) => (
          <ToggleButton key={share} value={index}>
            {readShock(share, translate)}
            {newlyLiquidatable.accounts === 0 ? null : (
              <Box component="span" sx={{ ml: 0.75, color: 'tones.danger', fontWeight: 650 }}>
                {translate('impact.plus', { count: newlyLiquidatable.accounts })}
              </Box>
            )}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {shock === undefined ? null : <ShockImpact shock={shock} />}
    </Box>
  );
}
