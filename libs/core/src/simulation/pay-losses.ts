import type { LossPolicies } from '../evaluation/index.ts';
import { add, isPositive, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Contract, Market } from '../venue/index.ts';
import { compartmentOf, deficitGoesTo, runWaterfall } from '../waterfall/index.ts';
import type {
  AssetAmount,
  Candidate,
  LayerType,
  LossEvent,
  WaterfallLayer,
  WaterfallOutcome,
  WaterfallRules,
  WaterfallRun,
} from '../waterfall/index.ts';
import type { Loser } from './losers.ts';
import type { LossRow } from './loss-impact.ts';
import type { LossMeans } from './loss-means.ts';

/** What paying layers leave of the deficits of one waterfall in one asset, and one of those who lost. */
interface Rest {
  readonly loser: Loser;
  readonly contract: Contract;
  readonly rules: WaterfallRules;
  amount: Decimal;
}

/**
 * Each deficit through the layers that pay from what they hold, one account after another; then what is left through the layer
 * that shares out, all of one waterfall at once.
 */
export function payLosses(
  means: LossMeans,
  losers: readonly Loser[],
  candidatesIn: (asset: string) => readonly Candidate[],
): LossRow[] {
  const rows = new Map<string, Mutable<LossRow>>();
  const balances = new Map(means.fundBalances);
  const rests = new Map<string, Rest>();
  for (const loser of losers) {
    const row = rowIn(rows, loser.deficit.asset);
    row.accounts += 1;
    row.deficit = add(row.deficit, loser.deficit.amount);
    payOne(means, loser, { row, balances, rests });
  }
  for (const rest of rests.values()) shareOut(means, rest, rowIn(rows, rest.loser.deficit.asset), candidatesIn);
  return [...rows.values()].sort((a, b) => (a.asset < b.asset ? -1 : 1));
}

interface Paying {
  readonly row: Mutable<LossRow>;
  /** By compartment; falls with every draw. */
  readonly balances: Map<string, Decimal>;
  readonly rests: Map<string, Rest>;
}

function payOne(means: LossMeans, loser: Loser, { row, balances, rests }: Paying): void {
  const policies = means.set.losses(loser.account.tags);
  const { amount, asset } = loser.deficit;
  const isOwed = deficitGoesTo(policies.protection?.compiled ?? null, loser.account.tags) === 'receivable';
  const contract = means.set.specification.compiled.contracts.get(loser.contract ?? '');
  const waterfall = contract === undefined ? null : policies.waterfallOf(contract.contract);
  if (contract === undefined || waterfall === null) {
    if (isOwed) row.owed = add(row.owed, amount);
    else row.notAsked = add(row.notAsked, amount);
    return;
  }
  const fund = fundOf(policies, contract, asset, balances);
  const outcome = runOf(means, { loser, contract, amount, fund, isOwed, rules: only(waterfall.compiled, isPaying) });
  const fromFund = drawnBy(outcome, 'insurance-fund');
  if (fund !== null) balances.set(fund.state.compartment, subtract(fund.state.balance, fromFund));
  row.fundDrawn = add(row.fundDrawn, fromFund);
  row.treasuryDrawn = add(row.treasuryDrawn, drawnBy(outcome, 'treasury'));
  row.borneByAccount = add(row.borneByAccount, drawnBy(outcome, 'account-residual'));
  // A deficit is ceiled to its unit before it is paid: what that adds nobody lacked.
  row.deficit = add(row.deficit, subtract(outcome.deficit?.amount ?? amount, amount));
  row.owed = add(row.owed, outcome.owed);
  if (!isPositive(outcome.uncovered)) return;
  const key = `${waterfall.reference.policy} ${asset}`;
  const rest = rests.get(key);
  if (rest === undefined) rests.set(key, { loser, contract, rules: waterfall.compiled, amount: outcome.uncovered });
  else rest.amount = add(rest.amount, outcome.uncovered);
}

function shareOut(
  means: LossMeans,
  { loser, contract, rules, amount }: Rest,
  row: Mutable<LossRow>,
  candidatesIn: (asset: string) => readonly Candidate[],
): void {
  const sharing = only(rules, ({ type }) => type === 'socialization');
  const candidates = sharing.layers.length === 0 ? [] : candidatesIn(row.asset);
  const outcome = runOf(means, { loser, contract, amount, fund: null, rules: sharing, candidates });
  row.socialized = add(row.socialized, drawnBy(outcome, 'socialization'));
  row.uncovered = add(row.uncovered, outcome.uncovered);
  for (const layer of outcome.layers) {
    if (layer.type !== 'socialization' || layer.allocation === null) continue;
    row.sharers += layer.allocation.shares.filter((share) => share > 0n).length;
  }
}

interface OneRun {
  readonly loser: Loser;
  readonly contract: Contract;
  readonly amount: Decimal;
  readonly fund: WaterfallRun['fund'];
  readonly rules: WaterfallRules;
  readonly isOwed?: boolean;
  readonly candidates?: readonly Candidate[];
}

function runOf(means: LossMeans, one: OneRun): WaterfallOutcome {
  const { loser, contract, amount, fund, rules, isOwed = false, candidates = [] } = one;
  const { market } = loser;
  const deficit: AssetAmount = { asset: loser.deficit.asset, amount };
  const markPrice = market.contracts[contract.contract]?.markPrice ?? ZERO;
  const { id, ownerId } = loser.account;
  const event: LossEvent = {
    ...{ at: market.asOf, accountId: id, ownerId, contract, markPrice, openPosition: null, deficit },
    isOwed,
    residual: loser.residual,
    fees: [],
  };
  return runWaterfall({
    ...{ rules, event, candidates, fund, treasury: [], drawnInPeriod: new Map() },
    assets: means.set.specification.compiled.assets,
    prices: pricesIn(market),
    sha256: means.sha256,
  });
}

function fundOf(
  { fund }: LossPolicies,
  contract: Contract,
  asset: string,
  balances: ReadonlyMap<string, Decimal>,
): WaterfallRun['fund'] {
  const rules = fund === null ? null : compartmentOf(fund.compiled, contract.group, asset);
  if (rules === null) return null;
  const state = { compartment: rules.name, balance: balances.get(rules.name) ?? ZERO, isAdlOn: false, window: null };
  return { rules, state: { ...state, drawnInPeriod: ZERO, drawnForAccount: ZERO } };
}

function pricesIn({ assets }: Market): ReadonlyMap<string, Decimal> {
  return new Map(Object.entries(assets).flatMap(([asset, { price }]) => (price === null ? [] : [[asset, price]])));
}

function only(rules: WaterfallRules, isAsked: (layer: WaterfallLayer) => boolean): WaterfallRules {
  return { ...rules, layers: rules.layers.filter(isAsked) };
}

function isPaying({ type }: WaterfallLayer): boolean {
  return type !== 'adl' && type !== 'socialization';
}

function drawnBy({ layers }: WaterfallOutcome, type: LayerType): Decimal {
  return layers.filter((layer) => layer.type === type).reduce((sum, { drawn }) => add(sum, drawn), ZERO);
}

type Mutable<Row> = { -readonly [Field in keyof Row]: Row[Field] };

function rowIn(rows: Map<string, Mutable<LossRow>>, asset: string): Mutable<LossRow> {
  const known = rows.get(asset);
  if (known !== undefined) return known;
  const row: Mutable<LossRow> = {
    ...{ asset, accounts: 0, sharers: 0, deficit: ZERO, owed: ZERO, notAsked: ZERO, borneByAccount: ZERO },
    ...{ fundDrawn: ZERO, treasuryDrawn: ZERO, socialized: ZERO, uncovered: ZERO },
  };
  rows.set(asset, row);
  return row;
}
