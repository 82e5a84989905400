import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { AuditVerificationResource } from '@backstop/contracts';
import { HashField } from '../../fields/HashField.tsx';
import { Sentence } from '../../fields/Sentence.tsx';
import { Facts } from '../../layout/Facts.tsx';
import { groupDigits } from '../../text/figures.ts';

/** What came of the walk: whole, or the first thing that is wrong and where. */
export function VerificationResult({ verification }: { verification: AuditVerificationResource }) {
  const translate = useTranslate();
  const { ok, entries, head, checkpoints, keyIds, fault } = verification;
  return (
    <Alert severity={ok ? 'success' : 'error'} variant="outlined">
      <AlertTitle>{translate(ok ? 'audit.whole' : 'audit.broken')}</AlertTitle>
      {fault === null ? null : (
        <Box sx={{ mb: 1.5 }}>
          <Sentence text={translate('audit.fault', { sequence: groupDigits(String(fault.sequence)) })} />{' '}
          <Sentence text={fault.message} />
        </Box>
      )}
      <Facts
        facts={[
          { label: translate('audit.entries_walked'), value: groupDigits(String(entries)) },
          {
            label: translate('audit.head'),
            value:
              head === null ? (
                '–'
              ) : (
                <>
                  {`${groupDigits(String(head.sequence))} · `}
                  <HashField value={head.hash} label={translate('audit.head_hash')} length={16} />
                </>
              ),
          },
          { label: translate('audit.checkpoints_met'), value: groupDigits(String(checkpoints)) },
          ...(keyIds.length === 0
            ? []
            : [
                {
                  label: translate('audit.signed_by'),
                  value: keyIds.map((id) => (
                    <HashField key={id} value={id} label={translate('audit.key_id')} length={12} />
                  )),
                },
              ]),
        ]}
      />
    </Alert>
  );
}
