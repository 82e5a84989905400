import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { PolicySetResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { policyPath } from '../policies/policiesPath.ts';

const SHOWN = 6;

/** The versions that came into force last. */
export function LatestInForce({ versions }: { versions: PolicySetResource['versions'] }) {
  const translate = useTranslate();
  const latest = versions
    .toSorted((a, b) =>
      a.effectiveFrom === b.effectiveFrom ? (a.policy < b.policy ? -1 : 1) : a.effectiveFrom < b.effectiveFrom ? 1 : -1,
    )
    .slice(0, SHOWN);
  return (
    <Panel title={translate('home.recent_title')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {latest.map(({ policy, title, version, effectiveFrom }) => (
          <Box
            component="li"
            key={policy}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 2,
              py: 0.75,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <Link component={LinkBase} to={policyPath(policy)} sx={{ mr: 'auto' }}>
              {title}
            </Link>
            <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>
              {translate('versions.opened', { version })} · <InstantField value={effectiveFrom} />
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
