import ArrowRightAlt from '@mui/icons-material/ArrowRightAlt';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ScopeResponse } from '@backstop/contracts';
import { Sentence } from '../../../fields/Sentence.tsx';
import type { Verdict } from './verdictOf.ts';

/** The whole of a trace in a line: `Equity 90 is below maintenance margin 100 → rule liquidation decided`. */
export function TraceVerdict({ scope, verdict }: { scope: ScopeResponse; verdict: Verdict }) {
  const translate = useTranslate();
  const { how, rule, sentence } = verdict;
  const wasAsked = (scope.trace ?? []).length > 0;
  const end =
    rule === null
      ? translate(how === 'unknown' ? 'trace.not_judged' : wasAsked ? 'trace.no_rule' : 'trace.no_rule_asked')
      : translate(`trace.${how}`, { rule });
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1,
        px: 2,
        py: 1.25,
        fontSize: '0.92rem',
      }}
    >
      {sentence === null ? null : (
        <span>
          <Sentence text={sentence} isWithin />
        </span>
      )}
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', columnGap: 1, fontWeight: 650 }}>
        {sentence === null ? null : <ArrowRightAlt aria-hidden fontSize="small" sx={{ color: 'brass' }} />}
        <span>
          <Sentence text={end} isWithin={sentence !== null} />
        </span>
      </Box>
    </Box>
  );
}
