import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { PolicySetResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { policyPath } from '../policies/policiesPath.ts';
import { datedRow } from './panelRows.ts';
import { byInstant } from './byInstant.ts';
import { RollBackTo } from './RollBackTo.tsx';

/** Instants shown, and policies named at each. */
const INSTANTS = 6;
const NAMED = 3;

/** When what is in force took effect, latest first. */
export function SetHistory({ versions }: { versions: PolicySetResource['versions'] }) {
  const translate = useTranslate();
  return (
    <Panel title={translate('home.history')} note={translate('home.history_note')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {byInstant(versions)
          .slice(0, INSTANTS)
          .map(({ effectiveFrom, versions: together }, place) => (
            <Box component="li" key={effectiveFrom} sx={datedRow}>
              <Box sx={{ fontWeight: 600 }}>
                <InstantField value={effectiveFrom} />
              </Box>
              <Box>
                {together.slice(0, NAMED).map(({ policy, title, version }, index) => (
                  <span key={policy}>
                    {index === 0 ? null : ', '}
                    <Link component={LinkBase} to={policyPath(policy)}>
                      {title}
                    </Link>{' '}
                    <Box component="span" sx={{ color: 'text.secondary' }}>
                      v{version}
                    </Box>
                  </span>
                ))}
                {together.length > NAMED ? (
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {' '}
                    {translate('home.and_more', { smart_count: together.length - NAMED })}
                  </Box>
                ) : null}
                {place === 0 ? null : (
                  <Box>
                    <RollBackTo asOf={effectiveFrom} />
                  </Box>
                )}
              </Box>
            </Box>
          ))}
      </Box>
    </Panel>
  );
}
