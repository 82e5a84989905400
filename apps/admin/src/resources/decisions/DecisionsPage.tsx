import { useTranslate } from 'react-admin';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { DecisionsPanel } from './DecisionsPanel.tsx';

/** Whatever was decided and must be accounted for: sought, and looked at. */
export function DecisionsPage() {
  const translate = useTranslate();
  return (
    <NeedsPermission permission="decision:read" title={translate('decisions.title')}>
      <PageHeader title={translate('decisions.title')} lead={translate('decisions.lead')} />
      <DecisionsPanel />
    </NeedsPermission>
  );
}
