import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ScopeResponse } from '@backstop/contracts';
import { ActionDetails } from '../../../fields/ActionDetails.tsx';
import { MarginRatioField } from '../../../fields/MarginRatioField.tsx';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { ToneChip } from '../../../fields/ToneChip.tsx';
import { ZoneChip } from '../../../fields/ZoneChip.tsx';
import { Facts } from '../../../layout/Facts.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import type { Asked } from './askedOf.ts';
import { DeterminedBy } from './DeterminedBy.tsx';
import { FindingList } from './FindingList.tsx';
import { MarginGauge } from './MarginGauge.tsx';
import { PositionTable } from './PositionTable.tsx';
import { readScopeName } from './readScopeName.ts';

/** One cross pool or one isolated position: its zone and why, its figures, its positions. */
export function ScopeCard({ scope, asked }: { scope: ScopeResponse; asked: Asked }) {
  const translate = useTranslate();
  const { asset } = scope;
  const money = (value: string | null, strong = false) => <MoneyField value={value} unit={asset} strong={strong} />;
  return (
    <Panel
      title={readScopeName(scope, translate)}
      note={
        scope.state === null ? undefined : translate('decision.state_is', { state: translate(`state.${scope.state}`) })
      }
      actions={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
          <ZoneChip zone={scope.zone} actions={scope.actions} />
          {scope.actions.map(({ type }) => (
            <ToneChip key={type} tone="neutral" outlined>
              {translate(`action.${type}`, { _: type })}
            </ToneChip>
          ))}
        </Box>
      }
    >
      <DeterminedBy reasons={scope.determinedBy} />
      <ActionDetails actions={scope.actions} />
      <FindingList
        title={translate('decision.indeterminate_because')}
        findings={scope.indeterminate}
        tone="unknown"
        icon={<HelpOutlineOutlined fontSize="inherit" />}
      />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
          alignItems: 'center',
          my: 1.5,
        }}
      >
        <Facts
          columnWidth={150}
          facts={[
            { label: translate('decision.equity'), value: money(scope.equity, true) },
            { label: translate('decision.maintenance_margin'), value: money(scope.maintenanceMargin, true) },
            { label: translate('decision.margin_ratio'), value: <MarginRatioField value={scope.marginRatio} /> },
            { label: translate('decision.account_value'), value: money(scope.accountValue) },
            { label: translate('decision.initial_margin'), value: money(scope.initialMargin) },
            { label: translate('decision.withdrawable'), value: money(scope.withdrawable) },
            { label: translate('decision.deficit'), value: money(scope.deficit) },
          ]}
        />
        <MarginGauge scope={scope} />
      </Box>
      <PositionTable positions={scope.positions} margin={scope.scope} asset={asset} asked={asked} />
      <FindingList
        title={translate('decision.findings')}
        findings={scope.findings}
        tone="neutral"
        icon={<InfoOutlined fontSize="inherit" />}
      />
    </Panel>
  );
}
