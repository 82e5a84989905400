import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { alpha, type Theme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import type { DecisionResponse } from '@backstop/contracts';
import { Sentence } from '../../../fields/Sentence.tsx';
import type { Tone } from '../../../layout/palette.ts';
import { readScopeName } from './readScopeName.ts';
import { isLiquidating, worstFirst } from './scopes.ts';
import { zoneInWords } from '../../../text/phrases.ts';

/** The outcome in plain words: what, where, and why. */
export function OutcomeHeadline({ decision }: { decision: DecisionResponse }) {
  const translate = useTranslate();
  const worst = worstFirst(decision.scopes)[0];
  const tone: Tone =
    decision.outcome === 'breach'
      ? 'danger'
      : decision.outcome === 'indeterminate'
        ? 'unknown'
        : (worst?.actions.length ?? 0) > 0
          ? 'caution'
          : 'healthy';
  const what = headline(decision, translate);
  return (
    <Box
      role="status"
      sx={(theme: Theme) => ({
        border: 1,
        borderColor: alpha(theme.palette.tones[tone], 0.45),
        borderLeft: `5px solid ${theme.palette.tones[tone]}`,
        borderRadius: 1,
        bgcolor: 'background.paper',
        px: 2.5,
        py: 1.75,
      })}
    >
      <Box
        sx={{
          color: `tones.${tone}`,
          fontSize: '0.76rem',
          fontWeight: 700,
          letterSpacing: '0.06em',
          textTransform: 'uppercase',
        }}
      >
        {translate(`decision.${decision.outcome}`)}
      </Box>
      <Typography component="h2" sx={{ fontSize: '1.2rem', fontWeight: 650, mt: 0.25 }}>
        {what}
      </Typography>
      {worst?.determinedBy.map(({ rule, sentence }) => (
        <Typography key={rule} variant="body1" sx={{ mt: 0.5 }}>
          <Sentence text={sentence} />
        </Typography>
      ))}
    </Box>
  );
}

function headline(
  { scopes, outcome }: DecisionResponse,
  translate: (key: string, options?: Record<string, unknown>) => string,
): string {
  const names = (chosen: DecisionResponse['scopes']): string =>
    chosen.map((scope) => readScopeName(scope, translate)).join(', ');
  if (outcome === 'breach') {
    const closing = scopes.filter((scope) => isLiquidating(scope) || (scope.zone !== null && scope.zone === 'deficit'));
    const zones = [...new Set(closing.map(({ zone }) => zoneInWords(zone ?? '')))].join(', ');
    return translate('decision.headline_breach', { scopes: names(closing), zones, smart_count: closing.length });
  }
  if (outcome === 'indeterminate')
    return translate('decision.headline_indeterminate', { scopes: names(scopes.filter(({ zone }) => zone === null)) });
  const asking = scopes.filter(({ actions }) => actions.length > 0);
  if (asking.length > 0)
    return translate('decision.headline_pass_asking', {
      scopes: names(asking),
      zones: [...new Set(asking.map(({ zone }) => zoneInWords(zone ?? '')))].join(', '),
      smart_count: asking.length,
    });
  return translate('decision.headline_pass');
}
