import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { LossResource } from '@backstop/contracts';
import { HashField } from '../../../fields/HashField.tsx';
import { InstantField } from '../../../fields/InstantField.tsx';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { Facts } from '../../../layout/Facts.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { MONO } from '../../../layout/theme.ts';
import { groupDigits } from '../../../text/figures.ts';
import { decisionPath } from '../../decisions/decisionPath.ts';
import { policyPath } from '../../policies/policiesPath.ts';
import { FairnessTable } from './FairnessTable.tsx';
import { WaterfallPicture } from './WaterfallPicture.tsx';

/** What a run of the waterfall says: the picture, how it was shared out, and (below) who bears what. */
export function LossResult({ loss, children }: { loss: LossResource; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Panel title={translate('losses.picture')} note={translate(`losses.goes_to_${loss.goesTo}`)}>
        <WaterfallPicture loss={loss} />
        <Box sx={{ mt: 2 }}>
          <LossFacts loss={loss} />
        </Box>
      </Panel>
      <FairnessTable loss={loss} />
      {children}
    </Box>
  );
}

function LossFacts({ loss }: { loss: LossResource }) {
  const translate = useTranslate();
  const { waterfall } = loss.policySet;
  return (
    <Facts
      facts={[
        { label: translate('losses.at'), value: <InstantField value={loss.at} /> },
        ...(loss.eventId === null ? [] : [{ label: translate('losses.event_id'), value: loss.eventId }]),
        { label: translate('losses.account'), value: loss.account },
        { label: translate('losses.contract'), value: loss.contract },
        {
          label: translate('losses.not_placed'),
          value: <MoneyField value={loss.sizeNotPlaced} unit={translate('losses.contracts')} />,
        },
        ...(loss.reset === null ? [] : [{ label: translate('losses.reset'), value: resetText(loss.reset, translate) }]),
        { label: translate('losses.candidates'), value: groupDigits(String(loss.candidates)) },
        { label: translate('losses.not_judged'), value: groupDigits(String(loss.notJudged)) },
        ...(loss.chargedBefore === 0
          ? []
          : [{ label: translate('losses.charged_before'), value: groupDigits(String(loss.chargedBefore)) }]),
        {
          label: translate('losses.by_policy'),
          value:
            waterfall === null ? (
              translate('field.none')
            ) : (
              <Link component={LinkBase} to={policyPath(waterfall.policy)}>
                {translate('funds.policy_version', waterfall)}
              </Link>
            ),
        },
        {
          label: translate('decisions.id'),
          value:
            loss.id === null ? (
              <HashField value={loss.decisionId} label={translate('decisions.id')} />
            ) : (
              <Link component={LinkBase} to={decisionPath(loss.decisionId)} sx={{ fontFamily: MONO }}>
                {loss.decisionId.slice(0, 10)}
              </Link>
            ),
        },
        {
          label: translate('losses.digest'),
          value: <HashField value={loss.digest} label={translate('losses.digest_label')} />,
        },
      ]}
    />
  );
}

/** Who bore the balance that was written to zero, in a sentence. */
function resetText(
  { deficit: { amount, asset }, borneBy, uncovered }: NonNullable<LossResource['reset']>,
  translate: (key: string, options?: Record<string, unknown>) => string,
): string {
  const borne = borneBy.map((row) => `${translate(`layer.${row.layer}`, { _: row.layer })} ${groupDigits(row.amount)}`);
  const open = translate('losses.reset_uncovered', { amount: groupDigits(uncovered), asset });
  const layers = [...borne, ...(uncovered === '0' ? [] : [open])].join(', ');
  return translate('losses.reset_by', { amount: groupDigits(amount), asset, layers });
}
