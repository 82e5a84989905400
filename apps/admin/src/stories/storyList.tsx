import type { ReactNode } from 'react';
import type { DecisionResponse, FundResource, LossResource } from '@backstop/contracts';
import { EffectChip } from '../fields/EffectChip.tsx';
import { HashField } from '../fields/HashField.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { MarginRatioField } from '../fields/MarginRatioField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { RateField } from '../fields/RateField.tsx';
import { ZoneChip } from '../fields/ZoneChip.tsx';
import { viewerOf } from '../kinds/viewers.ts';
import { Empty } from '../layout/Empty.tsx';
import { Failure } from '../layout/Failure.tsx';
import { EMPTY_DRAFT, documentText, type Draft } from '../resources/changes/draft/draft.ts';
import { MergePanel } from '../resources/changes/draft/MergePanel.tsx';
import { DecisionView } from '../resources/evaluations/decision/DecisionView.tsx';
import { PlanView } from '../resources/evaluations/plan/PlanView.tsx';
import { FundBar } from '../resources/funds/FundBar.tsx';
import { ZoneBar } from '../resources/home/ZoneBar.tsx';
import { zoneShares } from '../resources/home/zoneShares.ts';
import { LossResult } from '../resources/losses/result/LossResult.tsx';
import { WaterfallPicture } from '../resources/losses/result/WaterfallPicture.tsx';
import decision from './fixtures/decision.json';
import ladder from './fixtures/ladder.json';
import loss from './fixtures/loss.json';
import request from './fixtures/request.json';
import trigger from './fixtures/trigger.json';

interface Story {
  readonly name: string;
  readonly shown: ReactNode;
}

const LadderViewer = viewerOf('margin-tiers');
const TriggerViewer = viewerOf('liquidation-trigger');
const requestText = JSON.stringify(request);
const aLoss = loss as unknown as LossResource;

/** Fixtures are what the service answered about the shipped policies. */
export const stories: readonly Story[] = [
  {
    name: 'MoneyField: an amount, a negative one, none',
    shown: (
      <>
        <MoneyField value="1234567.891" unit="USDT" strong /> · <MoneyField value="-0.5" unit="BTC" /> ·{' '}
        <MoneyField value={null} />
      </>
    ),
  },
  {
    name: 'ZoneChip: healthy, reduce-only, liquidation, a zone of a venue, unknown',
    shown: (
      <>
        <ZoneChip zone="healthy" /> <ZoneChip zone="reduce-only" /> <ZoneChip zone="liquidation" />{' '}
        <ZoneChip zone="venue-red" actions={[{ type: 'plan-liquidation' }]} /> <ZoneChip zone={null} />
      </>
    ),
  },
  {
    name: 'InstantField, RateField, MarginRatioField, HashField',
    shown: (
      <>
        <InstantField value="2024-10-24T00:00:00Z" /> · <RateField value="0.0125" /> ·{' '}
        <MarginRatioField value="1.03125" /> · <HashField value={decision.inputHash} label="hash of the input" />
      </>
    ),
  },
  {
    name: 'EffectChip',
    shown: (['can-liquidate', 'blocks-new-risk', 'costs', 'loosens', 'none'] as const).map((effect) => (
      <EffectChip key={effect} effect={effect} />
    )),
  },
  {
    name: 'ZoneBar',
    shown: (
      <ZoneBar
        shares={zoneShares({
          scopes: 100,
          zones: [
            { zone: 'healthy', actions: [], scopes: 88 },
            { zone: 'reduce-only', actions: [], scopes: 9 },
            { zone: 'liquidation', actions: [], scopes: 2 },
            { zone: null, actions: [], scopes: 1 },
          ],
        })}
      />
    ),
  },
  { name: 'FundBar: above its floor', shown: <FundBar fund={fundOf('120', '100')} /> },
  { name: 'FundBar: below its floor', shown: <FundBar fund={fundOf('40', '100')} /> },
  {
    name: 'A margin ladder with its curve',
    shown: <LadderViewer kind="margin-tiers" document={ladder.document} scope={{ contracts: ['BTCUSDT'] }} />,
  },
  {
    name: 'Rules of a liquidation trigger',
    shown: <TriggerViewer kind="liquidation-trigger" document={trigger.document} scope={{}} />,
  },
  {
    name: 'DecisionView',
    shown: <DecisionView decision={decision as unknown as DecisionResponse} request={requestText} isOutdated={false} />,
  },
  { name: 'PlanView', shown: <PlanView request={requestText} /> },
  {
    name: 'MergePanel: different rows, and a cell that both changed',
    shown: (
      <MergePanel
        by="ada"
        sides={{
          base: draftWith([]),
          mine: draftWith([{ leverageMax: '90' }, { leverageMax: '77' }]),
          theirs: draftWith([{ leverageMax: '95' }]),
        }}
        onTakeTheirs={() => undefined}
        onMerge={() => undefined}
      />
    ),
  },
  { name: 'WaterfallPicture', shown: <WaterfallPicture loss={aLoss} /> },
  { name: 'LossResult', shown: <LossResult loss={aLoss}>{null}</LossResult> },
  { name: 'Empty', shown: <Empty title="No policy matches">Take away part of the search.</Empty> },
  { name: 'Failure', shown: <Failure error={new Error('the service did not answer')} onRetry={() => undefined} /> },
];

/** Only what is drawn of a compartment. */
function fundOf(balance: string, floor: string): FundResource {
  const policy = { policy: 'insurance-fund.default', version: 1 };
  return { id: 'USDT', asset: 'USDT', balance, floor, policy } as FundResource;
}

/** A draft of the ladder with something else in its first rows. */
function draftWith(rows: readonly object[]): Draft {
  const tiers = ladder.document.tiers.map((tier, index) => ({ ...tier, ...rows[index] }));
  const entry = {
    ...{ policy: 'margin-tiers.BTCUSDT', base: 1, title: 'Margin tiers of BTCUSDT', ends: false },
    ...{ scope: { about: 'contracts', names: 'BTCUSDT', tags: '' } as const, mode: 'enforce' as const },
    text: documentText({ ...ladder.document, tiers }),
  };
  return { ...EMPTY_DRAFT, reason: 'Written by two', entries: [entry] };
}
