import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { LiquidationResource } from '@backstop/contracts';
import { useMay } from '../../providers/session.ts';
import { groupDigits } from '../../text/figures.ts';
import { lossPath } from '../losses/lossPath.ts';

/** What the account is short of, scope by scope: loud as long as nobody has recorded it. */
export function AskedLosses({ liquidation: { id, losses } }: { liquidation: LiquidationResource }) {
  const translate = useTranslate();
  const mayTry = useMay('loss:try');
  if (losses.length === 0) return null;
  const isOpen = losses.some(({ lossId }) => lossId === null);
  return (
    <Alert
      severity={isOpen ? 'error' : 'info'}
      variant="outlined"
      role={isOpen ? 'alert' : 'status'}
      sx={{ bgcolor: 'background.paper' }}
    >
      <AlertTitle>{translate(isOpen ? 'liquidations.losses_open' : 'liquidations.losses_recorded')}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
        {losses.map(({ scope, event, lossId }) => {
          const query = new URLSearchParams({ liquidation: id, event: event.eventId ?? '' });
          const to = lossId === null ? `/losses/new?${query.toString()}` : lossPath(lossId);
          const words = translate(lossId === null ? 'liquidations.record_loss' : 'liquidations.see_loss');
          return (
            <li key={event.eventId}>
              {translate('liquidations.loss_of', {
                amount: groupDigits(event.deficit?.amount ?? '0'),
                asset: event.deficit?.asset ?? '',
                contract: event.contract,
                scope,
              })}{' '}
              {lossId === null && !mayTry ? null : (
                <Link component={LinkBase} to={to} underline="always">
                  {words}
                </Link>
              )}
            </li>
          );
        })}
      </Box>
    </Alert>
  );
}
