import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { AuditEntryResource } from '@backstop/contracts';
import { HashField } from '../../fields/HashField.tsx';
import { Facts } from '../../layout/Facts.tsx';
import { MONO } from '../../layout/theme.ts';

/** Everything else that the chain says of an act: digests before and after, its own place, its details. */
export function AuditEntryDetails({ entry }: { entry: AuditEntryResource }) {
  const translate = useTranslate();
  const digest = (value: string | null, label: string) =>
    value === null ? (
      translate('field.none')
    ) : (
      <HashField value={value} label={translate(label)} length={value.length > 24 ? 16 : value.length} />
    );
  const hasDetails = Object.keys(entry.details).length > 0;
  return (
    <Box sx={{ py: 0.5, display: 'grid', gap: 1.5 }}>
      <Facts
        facts={[
          { label: translate('audit.before'), value: digest(entry.before, 'audit.before_label') },
          { label: translate('audit.after'), value: digest(entry.after, 'audit.after_label') },
          { label: translate('audit.previous'), value: digest(entry.previous, 'audit.previous_label') },
          { label: translate('audit.hash'), value: digest(entry.hash, 'audit.hash_label') },
          { label: translate('audit.actor_id'), value: <Box sx={{ fontFamily: MONO }}>{entry.actor}</Box> },
          { label: translate('audit.act_code'), value: <Box sx={{ fontFamily: MONO }}>{entry.act}</Box> },
          { label: translate('audit.subject_id'), value: <Box sx={{ fontFamily: MONO }}>{entry.subject}</Box> },
        ]}
      />
      {hasDetails ? (
        <Box
          component="pre"
          tabIndex={0}
          aria-label={translate('audit.details')}
          sx={{ m: 0, maxHeight: 320, overflow: 'auto', fontFamily: MONO, fontSize: '0.8rem' }}
        >
          {JSON.stringify(entry.details, null, 2)}
        </Box>
      ) : null}
    </Box>
  );
}
