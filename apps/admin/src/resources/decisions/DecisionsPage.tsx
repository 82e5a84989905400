import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { useMay } from '../../providers/session.ts';
import { DecisionsPanel } from './DecisionsPanel.tsx';
import { LogVerification } from './LogVerification.tsx';

/** Whatever was decided and must be accounted for: sought, and looked at. */
export function DecisionsPage() {
  const translate = useTranslate();
  const mayVerify = useMay('audit:read');
  return (
    <NeedsPermission permission="decision:read" title={translate('decisions.title')}>
      <PageHeader title={translate('decisions.title')} lead={translate('decisions.lead')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <DecisionsPanel />
        {mayVerify ? <LogVerification /> : null}
      </Box>
    </NeedsPermission>
  );
}
