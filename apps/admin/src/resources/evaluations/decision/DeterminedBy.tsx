import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { ScopeResponse } from '@backstop/contracts';
import { Sentence } from '../../../fields/Sentence.tsx';
import { inWords } from '../../../text/phrases.ts';
import { policyPath } from '../../policies/policiesPath.ts';

/** The rule that decided, in its own sentence, with the way to it. */
export function DeterminedBy({ reasons }: { reasons: ScopeResponse['determinedBy'] }) {
  const translate = useTranslate();
  return (
    <>
      {reasons.map(({ policy, version, rule, sentence }) => (
        <Box key={`${policy} ${rule}`} sx={{ fontSize: '0.9rem' }}>
          <Sentence text={sentence} />{' '}
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>
            {inWords(rule)} ·{' '}
            <Link component={LinkBase} to={policyPath(policy)}>
              {translate('decision.by_policy', { policy, version })}
            </Link>
          </Box>
        </Box>
      ))}
    </>
  );
}
