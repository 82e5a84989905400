import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { kinds } from '@backstop/core/kinds';
import { decimal, formatDecimal, isZero, ONE, ZERO, type Decimal } from '@backstop/core/num';
import { parsePolicy } from '@backstop/core/policy';
import type { Contract } from '@backstop/core/venue';
import {
  fairnessOf,
  runWaterfall,
  type Allocation,
  type Candidate,
  type Compartment,
  type FairnessReport,
  type WaterfallOutcome,
  type WaterfallRun,
} from '@backstop/core/waterfall';
import { csvCell } from '../http/csv-cell.ts';
import { lossAllocations } from '../losses/loss-allocations.ts';
import { sha256 } from '../persistence/sha256.ts';
import { diskFault } from './disk-fault.ts';
import type { AllocateReport } from './run-allocate.ts';
import type { WaterfallTask } from './waterfall-arguments.ts';
import { readCandidates } from './waterfall-candidates.ts';

type Waterfall = ReturnType<(typeof kinds)['loss-waterfall']['compile']>;

/** Runs the layers of a policy over the accounts of a file, and writes who bears what where that was asked for. */
export async function runWaterfallFile(task: WaterfallTask): Promise<AllocateReport> {
  const rules = await readWaterfall(task.policyFile);
  if (!('layers' in rules)) return { isDone: false, lines: rules };
  const read = await readCandidates(task);
  if (!read.ok) return { isDone: false, lines: read.faults };
  const outcome = runWaterfall(runOf(task, rules, read.candidates));
  if (task.outFile !== null) {
    const fault = await diskFault(writeWhole(task.outFile, allocationCsv(outcome, task.precision)));
    if (fault !== null) return { isDone: false, lines: [`${task.outFile} cannot be written: ${fault}`] };
  }
  const told = outcomeOf(task, outcome);
  return { isDone: true, lines: task.asJson ? [JSON.stringify(told, null, 2)] : reportOf(told) };
}

/** The compiled waterfall of a file, or what is wrong with it. */
async function readWaterfall(file: string): Promise<Waterfall | readonly string[]> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error) return [`${file} cannot be read: ${error.message}`];
    throw error;
  }
  const policy = parsePolicy(json, kinds);
  if (!policy.ok) return policy.problems.map(({ path, message }) => `${file}, ${path}: ${message}`);
  if (policy.value.kind !== 'loss-waterfall') return [`${file} is a policy of the kind ${policy.value.kind}`];
  return kinds['loss-waterfall'].compile(policy.value.document as never);
}

function runOf(task: WaterfallTask, rules: Waterfall, candidates: readonly Candidate[]): WaterfallRun {
  const { asset, precision, purses, position, loss } = task;
  const held = (purse: 'residual' | 'fees' | 'treasury') => [{ asset, amount: purses[purse] }];
  const nothing = { drawnInPeriod: ZERO, drawnForAccount: ZERO, isAdlOn: false, window: null };
  return {
    rules,
    candidates,
    event: {
      at: 0,
      accountId: '',
      ownerId: null,
      contract: contractIn(asset),
      markPrice: position?.markPrice ?? ONE,
      openPosition: position === null || isZero(position.size) ? null : position,
      deficit: { asset, amount: loss },
      isOwed: false,
      residual: held('residual'),
      fees: held('fees'),
    },
    fund: {
      rules: compartmentIn(asset, purses['fund-floor']),
      state: { compartment: asset, balance: purses.fund, ...nothing },
    },
    treasury: held('treasury'),
    drawnInPeriod: new Map(),
    assets: new Map([[asset, { asset, precision }]]),
    prices: new Map([[asset, ONE]]),
    sha256,
  };
}

/** A linear contract of multiplier 1 in lots of 1e-8: a file says nothing else of it. */
function contractIn(asset: string): Contract {
  return {
    ...{ contract: 'file', type: 'linear', multiplier: ONE, base: 'BASE', quote: asset, settlementAsset: asset },
    ...{ tickSize: null, lotSize: null, group: 'file', expiresAt: null, positionSizeMax: null, openInterestMax: null },
    listing: 'listed',
  };
}

function compartmentIn(asset: string, balanceFloor: Decimal): Compartment {
  return {
    ...{ name: asset, groups: null, asset, balanceFloor, adlSwitch: null, takeover: null },
    inflows: { surplusShare: ONE, feeShare: ONE, takesDeposits: false },
    caps: { lossDrawnMax: null, accountDrawnMax: null, periodDrawnMax: null, periodSeconds: null },
  };
}

/** What the outcome is told as: amounts as decimal text. */
function outcomeOf({ asset, precision }: WaterfallTask, outcome: WaterfallOutcome) {
  const socialized = outcome.layers.find((layer) => layer.type === 'socialization');
  const allocation = socialized?.type === 'socialization' ? socialized.allocation : null;
  const amount = (units: bigint): string => formatDecimal(decimal(units, precision));
  return {
    asset,
    loss: formatDecimal(outcome.deficit?.amount ?? ZERO),
    layers: outcome.layers.map((layer) => ({
      type: layer.type,
      drawn: formatDecimal(layer.drawn),
      limit: layer.limit,
      ...(layer.type === 'adl'
        ? {
            closes: layer.closes.length,
            sizePlaced: formatDecimal(layer.sizePlaced),
            absorbed: formatDecimal(layer.absorbed),
          }
        : {}),
    })),
    uncovered: formatDecimal(outcome.uncovered),
    sizeNotPlaced: formatDecimal(outcome.sizeNotPlaced),
    digest: outcome.digest,
    fairness: allocation === null ? null : fairnessText(fairnessIn(allocation), amount),
  };
}

function fairnessIn({ question: { loss, participants }, shares }: Allocation): FairnessReport {
  return fairnessOf({ loss, capacities: participants.capacities, shares });
}

function fairnessText(report: FairnessReport, amount: (units: bigint) => string): Readonly<Record<string, string>> {
  const { total, overshoot, undershoot, touched, wiped } = report;
  return {
    ...{ total: amount(total), overshoot: amount(overshoot), undershoot: amount(undershoot) },
    ...{ touched: String(touched), wiped: String(wiped) },
    largestHaircutRate: formatDecimal(report.largestHaircutRate),
    haircutGini: formatDecimal(report.haircutGini),
    topTenShare: formatDecimal(report.topTenShare),
  };
}

function reportOf(told: ReturnType<typeof outcomeOf>): string[] {
  const rows = told.layers.map(({ type, drawn, limit, ...adl }) => {
    const closed =
      adl.closes === undefined ? '' : `, closes ${String(adl.closes)} for ${String(adl.sizePlaced)} contracts`;
    return `${type.padEnd(17)} ${drawn} ${told.asset}${closed}${limit === null ? '' : ` (${limit})`}`;
  });
  return [
    `loss              ${told.loss} ${told.asset}`,
    ...rows,
    `uncovered         ${told.uncovered} ${told.asset}`,
    `size not placed   ${told.sizeNotPlaced} contracts`,
    `digest            ${told.digest}`,
    ...Object.entries(told.fairness ?? {}).map(([name, value]) => `${name.padEnd(19)} ${value}`),
  ];
}

function allocationCsv(outcome: WaterfallOutcome, precision: number): string {
  const rows = lossAllocations(outcome, precision).map(({ sequence, layer, account, units, amount, proof }) =>
    [sequence, layer, csvCell(account), units, amount, csvCell(JSON.stringify(proof))].join(','),
  );
  return ['sequence,layer,id,units,amount,proof', ...rows, ''].join('\n');
}

/** The file is there whole or not at all. */
async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.${String(process.pid)}.part`;
  try {
    await writeFile(beside, text, { flag: 'wx', flush: true });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
