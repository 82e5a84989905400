import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { FundAccountResource } from '@backstop/contracts';
import { MarginRatioField } from '../../fields/MarginRatioField.tsx';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { Sentence } from '../../fields/Sentence.tsx';
import { ToneChip } from '../../fields/ToneChip.tsx';
import { ZoneChip } from '../../fields/ZoneChip.tsx';
import { Facts } from '../../layout/Facts.tsx';

/** What the account is at the marks asked for: its loss against the limit first, then each scope with what could not be judged. */
export function AccountFacts({ account, asset }: { account: FundAccountResource; asset: string }) {
  const translate = useTranslate();
  const { unrealizedPnl, realizedPnl, lossMax, opensAdl, decision } = account;
  const reached = translate(`funds.loss_reached_${String(opensAdl)}`);
  return (
    <Box role="status" aria-label={translate('funds.judged')} sx={{ display: 'grid', gap: 1.5 }}>
      <Facts
        facts={[
          { label: translate('funds.unrealized'), value: <MoneyField value={unrealizedPnl} unit={asset} strong /> },
          { label: translate('funds.realized'), value: <MoneyField value={realizedPnl} unit={asset} /> },
          {
            label: translate('funds.loss_max'),
            value: <MoneyField value={lossMax} unit={asset} absent={translate('funds.no_loss_max')} />,
          },
          ...(lossMax === null
            ? []
            : [{ label: translate('funds.loss_reached'), value: <Reached opensAdl={opensAdl}>{reached}</Reached> }]),
        ]}
      />
      {decision.scopes.map((scope, place) => (
        // A fund has one pool; the place is what a scope of an answer is known by.
        <Box key={place}>
          <Facts
            facts={[
              {
                label: translate('funds.account_zone'),
                value: <ZoneChip zone={scope.zone} actions={scope.actions} />,
              },
              {
                label: translate('funds.account_equity'),
                value: <MoneyField value={scope.equity} unit={scope.asset} />,
              },
              {
                label: translate('funds.account_maintenance'),
                value: <MoneyField value={scope.maintenanceMargin} unit={scope.asset} />,
              },
              { label: translate('funds.account_ratio'), value: <MarginRatioField value={scope.marginRatio} /> },
            ]}
          />
          {scope.indeterminate.map(({ sentence }) => (
            <Box key={sentence} sx={{ color: 'text.secondary', fontSize: '0.84rem', mt: 0.75 }}>
              <Sentence text={sentence} />
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}

function Reached({ opensAdl, children }: { opensAdl: boolean | null; children: string }) {
  if (opensAdl === null) return children;
  return <ToneChip tone={opensAdl ? 'danger' : 'healthy'}>{children}</ToneChip>;
}
