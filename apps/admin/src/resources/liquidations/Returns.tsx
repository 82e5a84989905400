import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { LiquidationResource } from '@backstop/contracts';
import { groupDigits } from '../../text/figures.ts';

/** What the fund gave back of fills whose scope ended short, and the account is to be credited with. */
export function Returns({ returns, fills }: Pick<LiquidationResource, 'returns' | 'fills'>) {
  const translate = useTranslate();
  if (returns.length === 0) return null;
  return (
    <Alert severity="info" variant="outlined" role="status" sx={{ bgcolor: 'background.paper' }}>
      <AlertTitle>{translate('liquidations.returns')}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
        {returns.map(({ fill, source, fund, asset, amount }) => (
          <li key={`${fill} ${source}`}>
            {translate(`liquidations.return_${source}`, {
              amount: groupDigits(amount),
              fill: fills.find(({ id }) => id === fill)?.fillId ?? fill,
              ...{ asset, fund },
            })}
          </li>
        ))}
      </Box>
    </Alert>
  );
}
