import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { LiquidationPlanResponse } from '@backstop/contracts';
import { HashField } from '../../../fields/HashField.tsx';
import { Facts } from '../../../layout/Facts.tsx';
import { Failure } from '../../../layout/Failure.tsx';
import { JsonPanel } from '../../../layout/JsonPanel.tsx';
import { Loading } from '../../../layout/Loading.tsx';
import { api } from '../../../providers/dataProvider.ts';
import { useMay } from '../../../providers/session.ts';
import { BeginLiquidation } from './BeginLiquidation.tsx';
import { ScopePlan } from './ScopePlan.tsx';

/** What a liquidation would do to the account of a request, scope by scope: asked of the server, and begun only where somebody says so. */
export function PlanView({ request }: { request: string }) {
  const mayBegin = useMay('liquidation:write');
  const plan = useQuery({
    queryKey: ['liquidation-plan', request],
    queryFn: ({ signal }) => api.planLiquidation(request, signal),
  });
  if (plan.error !== null) return <Failure error={plan.error} onRetry={() => void plan.refetch()} />;
  if (plan.data === undefined) return <Loading />;
  return <Plan plan={plan.data} actions={mayBegin ? <BeginLiquidation request={request} plan={plan.data} /> : null} />;
}

/** A plan, scope by scope. */
export function Plan({ plan, actions }: { plan: LiquidationPlanResponse; actions?: ReactNode }) {
  const translate = useTranslate();
  const policy = plan.policySet.versions.find((each) => each.policy.startsWith('forced-liquidation.'));
  const planned = policy === undefined ? translate('plan.no_policy') : `${policy.policy} v${String(policy.version)}`;
  return (
    <>
      <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, px: 2, py: 1.5 }}>
        <Facts
          facts={[
            { label: translate('plan.id'), value: <HashField value={plan.planId} label={translate('plan.id')} /> },
            { label: translate('plan.policy'), value: planned },
          ]}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mt: 1 }}>
          <Box sx={{ color: 'text.secondary', fontSize: '0.84rem', flex: '1 1 320px' }}>{translate('plan.lead')}</Box>
          {actions}
        </Box>
      </Box>
      {plan.scopes.map((scope) => (
        <ScopePlan key={`${scope.scope} ${scope.asset} ${scope.contract ?? ''} ${scope.side ?? ''}`} scope={scope} />
      ))}
      <JsonPanel title={translate('plan.json')} value={plan} />
    </>
  );
}
