import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { LiquidationResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { PersonName } from '../../fields/PersonName.tsx';
import { Facts } from '../../layout/Facts.tsx';
import { StateChip } from './StateChip.tsx';

/** How it stands, who began it, and who ended it. */
export function LiquidationFacts({ liquidation }: { liquidation: LiquidationResource }) {
  const translate = useTranslate();
  const { state, recordedAt, recordedBy, closedAt, closedBy, reason } = liquidation;
  const fact = (name: string, value: ReactNode) => ({ label: translate(`liquidations.${name}`), value });
  return (
    <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, px: 2, py: 1.5 }}>
      <Facts
        facts={[
          fact('state', <StateChip state={state} />),
          fact('begun_at', <InstantField value={recordedAt} />),
          fact('begun_by', <PersonName id={recordedBy} />),
          ...(closedAt === null ? [] : [fact('closed_at', <InstantField value={closedAt} />)]),
          ...(closedBy === null ? [] : [fact('closed_by', <PersonName id={closedBy} />)]),
          ...(reason === null ? [] : [fact('reason', reason)]),
        ]}
      />
    </Box>
  );
}
