import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { ChangeSummary } from '@backstop/contracts';
import { EffectChip } from '../../../fields/EffectChip.tsx';
import { InstantField } from '../../../fields/InstantField.tsx';
import { PersonName } from '../../../fields/PersonName.tsx';
import { Sentence } from '../../../fields/Sentence.tsx';
import { Facts, type Fact } from '../../../layout/Facts.tsx';
import { changePath } from '../changePath.ts';
import { changeTitle } from '../changeTitle.ts';
import { PhaseChip } from '../PhaseChip.tsx';
import { PolicyNames } from '../PolicyNames.tsx';
import { readMissing } from '../readMissing.ts';
import { StartText } from '../StartText.tsx';
import { SummaryLine } from '../SummaryLine.tsx';
import { TimeLeft } from '../TimeLeft.tsx';

/** Sentences of a change that are told before it is opened. */
const SENTENCES = 2;

/** One change that waits: what it does, what it lacks, by when. */
export function WaitingRow({ change }: { change: ChangeSummary }) {
  const translate = useTranslate();
  const { emergency } = change;
  const missing = readMissing(change.missing, translate);
  const facts: Fact[] = [
    ...(emergency?.confirmed !== null
      ? []
      : [
          {
            label: translate('inbox.ends'),
            value: (
              <Box component="span" sx={{ fontWeight: 650, color: 'tones.danger' }}>
                <InstantField value={emergency.expiresAt} /> (<TimeLeft until={emergency.expiresAt} />)
              </Box>
            ),
          },
          { label: translate('inbox.activated_by'), value: <PersonName id={emergency.by} /> },
        ]),
    ...(missing === null ? [] : [{ label: translate('changes.missing'), value: <Sentence text={missing} isWithin /> }]),
    { label: translate('changes.effective_from_short'), value: <StartText change={change} /> },
    { label: translate('changes.author'), value: <PersonName id={change.author} /> },
    { label: translate('changes.policies'), value: <PolicyNames change={change} /> },
  ];
  return (
    <Box component="li" sx={row}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.25, rowGap: 0.5 }}>
        <Link component={LinkBase} to={changePath(change.id)} sx={{ fontWeight: 650, fontSize: '0.95rem' }}>
          {changeTitle(change, translate)}
        </Link>
        {change.effect === null ? null : <EffectChip effect={change.effect} />}
        <PhaseChip phase={change.phase} />
      </Box>
      {change.summary.length === 0 ? null : (
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.25, fontSize: '0.86rem' }}>
          {change.summary.slice(0, SENTENCES).map((sentence) => (
            <li key={sentence}>
              <SummaryLine sentence={sentence} />
            </li>
          ))}
        </Box>
      )}
      <Box sx={{ mt: 1 }}>
        <Facts facts={facts} />
      </Box>
    </Box>
  );
}

const row = { px: 2, py: 1.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } } as const;
