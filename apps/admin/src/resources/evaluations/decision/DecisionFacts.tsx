import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { DecisionResponse } from '@backstop/contracts';
import { HashField } from '../../../fields/HashField.tsx';
import { InstantField } from '../../../fields/InstantField.tsx';
import { Facts } from '../../../layout/Facts.tsx';
import { policyPath } from '../../policies/policiesPath.ts';

/** What identifies the decision, and the versions that took part in it. */
export function DecisionFacts({ decision }: { decision: DecisionResponse }) {
  const translate = useTranslate();
  const hash = (value: string, key: string) => <HashField value={value} label={translate(key)} />;
  return (
    <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, px: 2, py: 1.5 }}>
      <Facts
        facts={[
          { label: translate('decision.as_of'), value: <InstantField value={decision.asOf} /> },
          { label: translate('decision.id'), value: hash(decision.decisionId, 'decision.id') },
          { label: translate('banner.in_force'), value: hash(decision.policySet.hash, 'banner.hash') },
          { label: translate('decision.input_hash'), value: hash(decision.inputHash, 'decision.input_hash') },
        ]}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, mt: 1, fontSize: '0.84rem' }}>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {translate('decision.versions')}
        </Box>
        {decision.policySet.versions.map(({ policy, version }) => (
          <Link key={policy} component={LinkBase} to={policyPath(policy)}>
            {policy} v{version}
          </Link>
        ))}
      </Box>
    </Box>
  );
}
