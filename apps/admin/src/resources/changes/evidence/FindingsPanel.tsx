import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import { useTranslate } from 'react-admin';
import type { EvidenceReport } from '@backstop/contracts';
import { Note, NoteList } from '../../../fields/Note.tsx';
import { FindingNote } from '../../../kinds/rules/FindingNote.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { ComparisonView } from '../../policies/ComparisonView.tsx';

/** What the analysis found in rules, and what it could not answer; nothing for changes without rules. */
export function FindingsPanel({ evidence }: { evidence: EvidenceReport }) {
  const translate = useTranslate();
  const policies = evidence.policies.filter(({ findings, comparison }) => findings.length > 0 || comparison !== null);
  if (policies.length === 0 && evidence.unknowns.length === 0) return null;
  return (
    <Panel title={translate('change.analysis')} note={translate('change.analysis_note')}>
      {policies.map(({ policy, findings, comparison }) => (
        <Box key={policy} component="section" aria-label={policy} sx={{ '& + &': { mt: 2 } }}>
          <Typography variant="h3" sx={{ mb: 0.75 }}>
            {policy}
          </Typography>
          {comparison === null ? null : <ComparisonView comparison={comparison} />}
          <Box sx={{ mt: comparison === null || findings.length === 0 ? 0 : 1.5 }}>
            <NoteList label={translate('change.analysis')}>
              {findings.map((finding) => (
                <li key={JSON.stringify(finding)}>
                  <FindingNote finding={finding} />
                </li>
              ))}
            </NoteList>
          </Box>
        </Box>
      ))}
      {evidence.unknowns.length === 0 ? null : (
        <Box sx={{ mt: policies.length === 0 ? 0 : 2 }}>
          <NoteList label={translate('change.unknowns')}>
            {evidence.unknowns.map((sentence) => (
              <li key={sentence}>
                <Note
                  tone="unknown"
                  icon={<HelpOutlineOutlined fontSize="inherit" />}
                  label={translate('change.unknown')}
                  sentence={sentence}
                />
              </li>
            ))}
          </NoteList>
        </Box>
      )}
    </Panel>
  );
}
