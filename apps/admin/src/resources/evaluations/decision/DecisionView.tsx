import { useMemo } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslate } from 'react-admin';
import type { DecisionResponse } from '@backstop/contracts';
import { JsonPanel } from '../../../layout/JsonPanel.tsx';
import { useSearchParams } from '../../../layout/useSearchParams.ts';
import { parsedJson } from '../../../text/parsedJson.ts';
import { PlanView } from '../plan/PlanView.tsx';
import { DecisionFacts } from './DecisionFacts.tsx';
import { askedOf } from './askedOf.ts';
import { OutcomeHeadline } from './OutcomeHeadline.tsx';
import { scopeKey, worstFirst } from './scopes.ts';
import { ScopeCard } from './ScopeCard.tsx';
import { TraceView } from './TraceView.tsx';

interface Props {
  readonly decision: DecisionResponse;
  /** The request that it answers. */
  readonly request: string;
  /** Whether the account has been changed since. */
  readonly isOutdated: boolean;
  /** Whether it was decided at some time before: then nothing is planned from it now. */
  readonly isLogged?: boolean;
}

const VIEWS = ['reading', 'plan', 'trace', 'json'] as const;
type View = (typeof VIEWS)[number];

/** A decision: what the account is judged to be, why, and by what. */
export function DecisionView({ decision, request, isOutdated, isLogged = false }: Props) {
  const translate = useTranslate();
  const params = useSearchParams();
  const view = viewOf(params.get('decision'), isLogged);
  const asked = useMemo(() => askedOf(parsedJson(request)), [request]);
  const scopes = worstFirst(decision.scopes);
  return (
    <Box
      component="section"
      aria-label={translate('decision.title')}
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}
    >
      {isOutdated ? (
        <Alert severity="info" variant="outlined">
          {translate('decision.outdated')}
        </Alert>
      ) : null}
      <OutcomeHeadline decision={decision} />
      <DecisionFacts decision={decision} />
      <Tabs
        value={view}
        onChange={(_, next: View) => params.set({ decision: next === 'reading' ? null : next })}
        aria-label={translate('decision.views')}
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        <Tab
          value="reading"
          id="decision-tab-reading"
          aria-controls="decision-view"
          label={`${translate('decision.reading')} (${String(scopes.length)})`}
        />
        {isLogged ? null : (
          <Tab value="plan" id="decision-tab-plan" aria-controls="decision-view" label={translate('plan.tab')} />
        )}
        <Tab value="trace" id="decision-tab-trace" aria-controls="decision-view" label={translate('decision.trace')} />
        <Tab value="json" id="decision-tab-json" aria-controls="decision-view" label={translate('decision.json')} />
      </Tabs>
      <Box
        role="tabpanel"
        id="decision-view"
        aria-labelledby={`decision-tab-${view}`}
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}
      >
        {view === 'reading'
          ? scopes.map((scope) => <ScopeCard key={scopeKey(scope)} scope={scope} asked={asked} />)
          : null}
        {view === 'plan' ? <PlanView request={request} /> : null}
        {view === 'trace' ? scopes.map((scope) => <TraceView key={scopeKey(scope)} scope={scope} />) : null}
        {view === 'json' ? <JsonPanel title={translate('decision.json_title')} value={decision} isOpenAtFirst /> : null}
      </Box>
    </Box>
  );
}

/** The view that an address names, where it is one; another account is then read the same way. */
function viewOf(text: string | null, isLogged: boolean): View {
  const named = VIEWS.find((one) => one === text) ?? 'reading';
  return isLogged && named === 'plan' ? 'reading' : named;
}
