import ArrowRightAlt from '@mui/icons-material/ArrowRightAlt';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { AnalysisWitness } from '@backstop/contracts';
import { ZoneChip } from '../../fields/ZoneChip.tsx';
import { Facts } from '../../layout/Facts.tsx';
import { groupDigits } from '../../text/figures.ts';
import { readKey } from '../../text/readKey.ts';

interface Props {
  readonly witness: AnalysisWitness;
  /** The sentence that it belongs to: what that tells already is not told again. */
  readonly sentence: string;
  /** The zones that it moves between, where two documents are compared; else the one that it is in. */
  readonly move?: { readonly from: string | null; readonly to: string | null };
}

/** An account that shows what was found: the zone that follows, and on demand every fact that it was judged on. */
export function WitnessView({ witness, sentence, move }: Props) {
  const translate = useTranslate();
  return (
    <Box sx={line}>
      {sentence.includes(witness.text) ? null : <span>{translate('analysis.witness', { account: witness.text })}</span>}
      {move === undefined ? null : <ZoneChip zone={move.from} />}
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', columnGap: 1 }}>
        <ArrowRightAlt
          titleAccess={translate(move === undefined ? 'analysis.gives' : 'analysis.moves_to')}
          fontSize="small"
          sx={{ color: 'text.secondary' }}
        />
        <ZoneChip zone={move === undefined ? witness.zone : move.to} />
      </Box>
      <Box component="details" sx={{ '&[open]': { flexBasis: '100%' } }}>
        <Box component="summary" sx={{ color: 'primary.main', cursor: 'pointer', width: 'max-content' }}>
          {translate('analysis.facts')}
        </Box>
        <Box sx={{ py: 0.75 }}>
          <Facts
            facts={Object.entries(witness.facts).map(([name, value]) => ({
              label: readKey(name),
              value:
                value === ''
                  ? translate('condition.none_observed')
                  : value
                      .split(', ')
                      .map((part) => groupDigits(part))
                      .join(', '),
            }))}
          />
        </Box>
      </Box>
    </Box>
  );
}

const line = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1,
  rowGap: 0.25,
  mt: 0.25,
  fontSize: '0.84rem',
} as const;
