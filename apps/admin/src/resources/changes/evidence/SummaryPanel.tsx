import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { EvidenceReport } from '@backstop/contracts';
import { Sentence } from '../../../fields/Sentence.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { changePath } from '../changePath.ts';
import { PhaseChip } from '../PhaseChip.tsx';
import { SummaryLine } from '../SummaryLine.tsx';
import type { ChangePhaseName } from '@backstop/contracts';

/** The change in plain words, the gravest first; and what else is under way with the same policies. */
export function SummaryPanel({ evidence }: { evidence: EvidenceReport }) {
  const translate = useTranslate();
  return (
    <Panel
      title={translate('change.summary')}
      note={<Sentence text={translate('change.evidence_at', { instant: evidence.at })} isWithin />}
    >
      {evidence.summary.length === 0 ? translate('change.summary_none') : null}
      <Box component="ul" sx={{ m: 0, pl: 2.25, display: 'grid', gap: 0.5, overflowWrap: 'anywhere' }}>
        {evidence.summary.map((sentence) => (
          <li key={sentence}>
            <SummaryLine sentence={sentence} />
          </li>
        ))}
      </Box>
      {evidence.others.length === 0 ? null : (
        <Box sx={{ mt: 1.5 }}>
          <Box sx={{ color: 'text.secondary', fontSize: '0.8rem', mb: 0.5 }}>{translate('change.others')}</Box>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
            {evidence.others.map(({ change, policy, phase }) => (
              <Box component="li" key={`${change} ${policy}`} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                <Link component={LinkBase} to={changePath(change)}>
                  {translate('change.other', { policy })}
                </Link>
                <PhaseChip phase={phase as ChangePhaseName} />
              </Box>
            ))}
          </Box>
        </Box>
      )}
    </Panel>
  );
}
