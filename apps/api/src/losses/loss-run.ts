import { toAmounts } from '@backstop/contracts';
import type { CompiledSet, LossPolicies } from '@backstop/core/evaluation';
import type { Problem } from '@backstop/core/problem';
import type { Decimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import type { Asset, Contract } from '@backstop/core/venue';
import {
  compartmentOf,
  deficitGoesTo,
  type Compartment,
  type LossEvent,
  type WaterfallRules,
  type WaterfallRun,
} from '@backstop/core/waterfall';
import { ProblemError } from '../http/problem-error.ts';
import { refused } from '../http/refused.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { LedgerFacts, LossQuestion } from './loss-question.ts';

/** What policies say about a loss, before anything is run. */
export interface LossRules {
  readonly set: CompiledSet;
  readonly policies: LossPolicies;
  readonly contract: Contract;
  /** The asset that the run is in: of the deficit, else of the settlement. */
  readonly asset: Asset;
  readonly settlement: Asset;
  readonly waterfall: WaterfallRules;
  readonly waterfallReference: { readonly policy: string; readonly version: number };
  /** Null where none stands for the loss. */
  readonly compartment: Compartment | null;
  readonly goesTo: 'waterfall' | 'receivable';
}

/** Resolves them; refuses names that the set does not know, and a loss of which no policy says who bears it. */
export function lossRules(set: CompiledSet, { event }: Pick<LossQuestion, 'event'>): LossRules {
  const { contracts, assets } = set.specification.compiled;
  const contract = contracts.get(event.contract);
  const problems = unknownAssets(event, assets);
  if (contract === undefined) {
    problems.push({ code: 'contract_must_be_known', path: '/contract', message: 'no contract in force has this name' });
  }
  const settlement = assets.get(contract?.settlementAsset ?? '');
  const asset = assets.get(event.deficit?.asset ?? contract?.settlementAsset ?? '');
  if (
    event.openPosition !== undefined &&
    event.deficit !== undefined &&
    event.deficit.asset !== contract?.settlementAsset
  ) {
    const message =
      'an open position is closed in the asset that its contract settles in: tell a deficit in another by itself';
    problems.push({ code: 'open_position_must_settle_in_deficit_asset', path: '/deficit/asset', message });
  }
  if (problems.length > 0 || contract === undefined || settlement === undefined || asset === undefined) {
    throw refused(problems);
  }
  const policies = set.losses(event.tags);
  const waterfall = policies.waterfallOf(contract.contract);
  if (waterfall === null) {
    throw new ProblemError(
      'waterfall_must_be_in_force',
      `no policy in force says who bears losses of ${event.contract}`,
    );
  }
  const { fund, protection } = policies;
  return {
    ...{ set, policies, contract, asset, settlement },
    waterfall: waterfall.compiled,
    waterfallReference: waterfall.reference,
    compartment: fund === null ? null : compartmentOf(fund.compiled, contract.group, asset.asset),
    goesTo: deficitGoesTo(protection?.compiled ?? null, event.tags),
  };
}

/** The run that a question comes to, with what the ledger says. */
export function waterfallRun(
  rules: LossRules,
  question: LossQuestion,
  { fund, drawnInPeriod }: LedgerFacts,
): WaterfallRun {
  const { event, candidates } = question;
  const { compartment } = rules;
  const prices = new Map<string, Decimal>();
  for (const [asset, price] of Object.entries(event.prices)) prices.set(asset, decimalOf(price));
  return {
    rules: rules.waterfall,
    event: lossEvent(rules, question),
    candidates,
    fund: compartment === null || fund === null ? null : { rules: compartment, state: fund },
    treasury: toAmounts(event.treasury),
    drawnInPeriod,
    assets: rules.set.specification.compiled.assets,
    prices,
    sha256,
  };
}

function lossEvent({ contract, goesTo }: LossRules, { event, at }: LossQuestion): LossEvent {
  const { deficit, openPosition } = event;
  return {
    at,
    accountId: event.account,
    ownerId: event.ownerId ?? null,
    contract,
    markPrice: decimalOf(event.markPrice),
    openPosition:
      openPosition === undefined
        ? null
        : { size: decimalOf(openPosition.size), closePrice: decimalOf(openPosition.closePrice) },
    deficit: deficit === undefined ? null : { asset: deficit.asset, amount: decimalOf(deficit.amount) },
    isOwed: goesTo === 'receivable',
    residual: toAmounts(event.residual),
    fees: toAmounts(event.fees),
  };
}

function unknownAssets(
  { deficit, residual, fees, treasury }: LossQuestion['event'],
  assets: ReadonlyMap<string, Asset>,
): Problem[] {
  const named = [
    ...(deficit === undefined ? [] : [{ asset: deficit.asset, path: '/deficit/asset' }]),
    ...Object.entries({ residual, fees, treasury }).flatMap(([list, rows]) =>
      rows.map(({ asset }, index) => ({ asset, path: `/${list}/${String(index)}/asset` })),
    ),
  ];
  return named
    .filter(({ asset }) => !assets.has(asset))
    .map(({ asset, path }) => ({ code: 'asset_must_be_known', path, message: `no asset in force is \`${asset}\`` }));
}
