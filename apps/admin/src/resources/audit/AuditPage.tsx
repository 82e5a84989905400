import { useTranslate } from 'react-admin';
import Box from '@mui/material/Box';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { AuditEntries } from './AuditEntries.tsx';
import { AuditVerification } from './AuditVerification.tsx';

/** What was done, by whom, in one chain that nobody can rewrite unnoticed. */
export function AuditPage() {
  const translate = useTranslate();
  return (
    <NeedsPermission permission="audit:read" title={translate('audit.title')}>
      <PageHeader title={translate('audit.title')} lead={translate('audit.lead')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <AuditVerification />
        <AuditEntries />
      </Box>
    </NeedsPermission>
  );
}
