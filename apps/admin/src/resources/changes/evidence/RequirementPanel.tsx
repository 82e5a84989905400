import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ChangeResource, EvidenceReport } from '@backstop/contracts';
import { Sentence } from '../../../fields/Sentence.tsx';
import { ToneChip } from '../../../fields/ToneChip.tsx';
import { Facts } from '../../../layout/Facts.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { readDuration } from '../../../text/readDuration.ts';
import { ApprovalList } from './ApprovalList.tsx';
import { readMissing } from '../readMissing.ts';

/** How many people it takes, of which roles, why so many, and what is still missing. */
export function RequirementPanel({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  const requirement = change.submission?.requirement;
  if (requirement === undefined) return null;
  const missing = readMissing(change.missing, translate);
  return (
    <Panel title={translate('requirement.title')}>
      {missing === null ? null : (
        <Box role="status" sx={{ mb: 1.5, fontWeight: 650 }}>
          <Sentence text={missing} />
        </Box>
      )}
      <ApprovalList change={change} />
      <RequirementFacts requirement={requirement} />
    </Panel>
  );
}

/** What it takes to approve, and each reason for more than the least. */
export function RequirementFacts({ requirement }: { requirement: EvidenceReport['requirement'] }) {
  const translate = useTranslate();
  const { approvals, roles, noticeSeconds, approvalAgeMaxSeconds, reasons } = requirement;
  return (
    <>
      <Facts
        facts={[
          {
            label: translate('requirement.approvals'),
            value: translate('requirement.people', { smart_count: approvals }),
          },
          {
            label: translate('requirement.roles'),
            value:
              roles.length === 0 ? (
                translate('requirement.any_role')
              ) : (
                <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
                  {roles.map((role) => (
                    <ToneChip key={role} tone="neutral" outlined>
                      {role}
                    </ToneChip>
                  ))}
                </Box>
              ),
          },
          {
            label: translate('change.notice_time'),
            value: translate('change.notice_value', { time: readDuration(noticeSeconds) }),
          },
          ...(approvalAgeMaxSeconds === null
            ? []
            : [
                {
                  label: translate('requirement.age'),
                  value: translate('requirement.age_value', { time: readDuration(approvalAgeMaxSeconds) }),
                },
              ]),
        ]}
      />
      {reasons.length === 0 ? null : (
        <Box sx={{ mt: 1.5 }}>
          <Box sx={{ color: 'text.secondary', fontSize: '0.76rem', mb: 0.25 }}>{translate('requirement.why')}</Box>
          <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: '0.86rem', overflowWrap: 'anywhere' }}>
            {reasons.map((reason) => (
              <li key={reason}>
                <Sentence text={reason} />
              </li>
            ))}
          </Box>
        </Box>
      )}
    </>
  );
}
