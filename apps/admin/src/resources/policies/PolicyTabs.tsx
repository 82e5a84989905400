import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslate } from 'react-admin';
import { useSearchParams } from '../../layout/useSearchParams.ts';

export type PolicyView = 'document' | 'versions';

/** The view that an address names; the document where it names none. */
export function viewOf(text: string | null): PolicyView {
  return text === 'versions' ? 'versions' : 'document';
}

/** The views of a policy; the chosen one is in the address. */
export function PolicyTabs({ view, versions }: { view: PolicyView; versions: number }) {
  const translate = useTranslate();
  const params = useSearchParams();
  return (
    <Tabs
      value={view}
      onChange={(_, next: PolicyView) =>
        params.set({ view: next === 'document' ? null : next, open: null, before: null, after: null })
      }
      aria-label={translate('policy.tabs')}
      sx={{ mt: 1, borderBottom: 1, borderColor: 'divider' }}
    >
      <Tab
        value="document"
        label={translate('policy.tab_document')}
        id="policy-tab-document"
        aria-controls="policy-view"
      />
      <Tab
        value="versions"
        label={`${translate('policy.tab_versions')} (${String(versions)})`}
        id="policy-tab-versions"
        aria-controls="policy-view"
      />
    </Tabs>
  );
}
