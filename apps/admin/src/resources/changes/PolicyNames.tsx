import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { ChangeSummary } from '@backstop/contracts';
import { policyPath } from '../policies/policiesPath.ts';

interface Props {
  readonly change: Pick<ChangeSummary, 'policies' | 'policyCount'>;
  /** How many are named. */
  readonly most?: number;
}

/** The policies that a change is about: the first by name, the rest by number. */
export function PolicyNames({ change, most = 2 }: Props) {
  const translate = useTranslate();
  const named = change.policies.slice(0, most);
  const rest = change.policyCount - named.length;
  if (change.policyCount === 0) return <>{translate('change.no_policies')}</>;
  return (
    <>
      {named.map((policy, index) => (
        <span key={policy}>
          {index === 0 ? null : ', '}
          <Link component={LinkBase} to={policyPath(policy)}>
            {policy}
          </Link>
        </span>
      ))}
      {rest > 0 ? (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {' '}
          {translate('home.and_more', { smart_count: rest })}
        </Box>
      ) : null}
    </>
  );
}
