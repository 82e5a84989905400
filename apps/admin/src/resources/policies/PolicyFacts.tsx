import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { PolicyResource } from '@backstop/contracts';
import { HashField } from '../../fields/HashField.tsx';
import { InstantField } from '../../fields/InstantField.tsx';
import { readScope } from '../../fields/readScope.ts';
import { Facts } from '../../layout/Facts.tsx';
import { MONO } from '../../layout/theme.ts';
import { StatusChip } from './StatusChip.tsx';

/** What identifies a policy and the version that speaks for it. */
export function PolicyFacts({ policy }: { policy: PolicyResource }) {
  const translate = useTranslate();
  return (
    <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, px: 2, py: 1.5 }}>
      <Facts
        facts={[
          {
            label: translate('policies.id'),
            value: (
              <Box component="span" sx={{ fontFamily: MONO, fontSize: '0.94em' }}>
                {policy.id}
              </Box>
            ),
          },
          { label: translate('policy.scope'), value: readScope(policy.scope, translate) },
          { label: translate('policies.status'), value: <StatusChip status={policy.status} /> },
          {
            label: translate('policy.version'),
            value: translate('policy.version_value', { version: policy.version, versions: policy.versions }),
          },
          { label: translate('policy.effective_from'), value: <InstantField value={policy.effectiveFrom} /> },
          {
            label: translate('policy.digest'),
            value: <HashField value={policy.digest} label={translate('policies.digest_of', { id: policy.id })} />,
          },
        ]}
      />
    </Box>
  );
}
