import ArrowRightAlt from '@mui/icons-material/ArrowRightAlt';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { AnalysisWitness } from '@backstop/contracts';
import { ZoneChip } from '../../fields/ZoneChip.tsx';
import { groupDigits } from '../../text/figures.ts';
import { readName } from '../../text/readKey.ts';

interface Props {
  readonly witness: AnalysisWitness;
  /** The sentence that it belongs to: what that tells already is not told again. */
  readonly sentence: string;
  /** The zones that it moves between, where two documents are compared; else the one that it is in. */
  readonly move?: { readonly from: string | null; readonly to: string | null };
}

/** An account that shows what was found: the facts that matter and the zone that follows. */
export function WitnessView({ witness, sentence, move }: Props) {
  const translate = useTranslate();
  const isTold = sentence.includes(witness.text);
  if (isTold && move === undefined) return null;
  return (
    <Box sx={line}>
      {isTold ? null : (
        <>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {translate('analysis.witness')}
          </Box>
          {Object.entries(witness.facts).map(([name, value]) => (
            <Box component="span" key={name} sx={{ whiteSpace: 'nowrap' }}>
              {readName(name)} <strong>{value.split(', ').map(groupDigits).join(', ')}</strong>
            </Box>
          ))}
        </>
      )}
      {move === undefined ? null : (
        <>
          {isTold ? null : <span>{translate('analysis.moves_from')}</span>}
          <ZoneChip zone={move.from} />
        </>
      )}
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', columnGap: 1.25 }}>
        <ArrowRightAlt
          titleAccess={translate(move === undefined ? 'analysis.gives' : 'analysis.moves_to')}
          fontSize="small"
          sx={{ color: 'text.secondary' }}
        />
        <ZoneChip zone={move === undefined ? witness.zone : move.to} />
      </Box>
    </Box>
  );
}

const line = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1.25,
  rowGap: 0.25,
  mt: 0.5,
  fontSize: '0.84rem',
} as const;
