import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { LoggedDecision, LossResource } from '@backstop/contracts';
import { Panel } from '../../layout/Panel.tsx';
import { useMay } from '../../providers/session.ts';
import { LossResult } from '../losses/result/LossResult.tsx';
import { lossPath } from '../losses/lossPath.ts';

interface Props {
  readonly entry: LoggedDecision;
  /** What the run came to, as it was logged. */
  readonly outcome: unknown;
}

/** A loss as it was run; who bears what stands on its own page. */
export function LoggedLoss({ entry, outcome }: Props) {
  const translate = useTranslate();
  const mayRead = useMay('loss:read');
  const told = outcome as Omit<LossResource, 'id' | 'sequence' | 'recordedAt' | 'recordedBy' | 'allocations'>;
  const { loss: id, recordedAt, actor: recordedBy } = entry;
  return (
    <LossResult loss={{ ...told, id, sequence: null, recordedAt, recordedBy, allocations: [] }}>
      {id === null || !mayRead ? null : (
        <Panel title={translate('losses.allocations')}>
          <Link component={LinkBase} to={lossPath(id)}>
            {translate('decisions.to_loss')}
          </Link>
        </Panel>
      )}
    </LossResult>
  );
}
