import { marginScaling } from '../kinds/dynamic-margin/index.ts';
import { scaledLadder } from '../margin/index.ts';
import type { Ladder } from '../margin/index.ts';
import { InvariantError } from '../num/index.ts';
import type { Finding } from '../problem/index.ts';
import type { Contract, ContractMarket } from '../venue/index.ts';
import { contractPart } from './contract-part.ts';
import type { ContractPart } from './contract-part.ts';
import type { JudgeContext } from './judge-context.ts';
import { markProblem } from './mark-quality.ts';
import type { Pool } from './pool.ts';

/** The contracts of a pool that can be judged, by name, and why the others cannot. */
export interface ContractParts {
  readonly parts: readonly ContractPart[];
  readonly problems: readonly Finding[];
}

export function contractParts(context: JudgeContext, pool: Pool): ContractParts {
  const parts: ContractPart[] = [];
  const problems: Finding[] = [];
  for (const name of contractNames(pool)) {
    const part = partOf(context, pool, name);
    if ('code' in part) problems.push(part);
    else parts.push(part);
  }
  return { parts, problems };
}

/** The contract of a name that the request's names were checked for before. */
export function specifiedContract(context: JudgeContext, name: string): Contract {
  const contract = context.set.specification.compiled.contracts.get(name);
  if (contract === undefined) throw new InvariantError(`contract ${name} is not in the set`);
  return contract;
}

/** Decimals of an asset of the set. */
export function precisionOf({ set }: Pick<JudgeContext, 'set'>, asset: string): number {
  const specified = set.specification.compiled.assets.get(asset);
  if (specified === undefined) throw new InvariantError(`asset ${asset} is not in the set`);
  return specified.precision;
}

function partOf(context: JudgeContext, pool: Pool, name: string): ContractPart | Finding {
  const { policies, market } = context;
  const contract = specifiedContract(context, name);
  const ladder = policies.ladderOf(name);
  if (ladder === null) return { code: 'contract_has_no_ladder', contract: name, asset: null, values: {} };
  const row = Object.hasOwn(market.contracts, name) ? market.contracts[name] : undefined;
  const problem = markProblem(policies.trigger.compiled, name, market, row);
  if (problem !== null) return problem;
  if (row === undefined || row.markPrice === null) throw new InvariantError('a mark without a problem exists');
  return contractPart({
    contract,
    ladder: scaledNow(context, name, row, ladder.compiled),
    precision: precisionOf(context, contract.settlementAsset),
    positions: pool.positions.filter((position) => position.contract === name),
    orders: pool.orders.filter((order) => order.contract === name),
    market: row,
    markPrice: row.markPrice,
  });
}

/** The ladder as the dynamic-margin policy of the contract scales it now. */
function scaledNow({ policies }: JudgeContext, contract: string, row: ContractMarket, ladder: Ladder): Ladder {
  const policy = policies.dynamicMarginOf(contract);
  if (policy === null) return ladder;
  const scaling = marginScaling(policy.compiled, row);
  return scaling === null ? ladder : scaledLadder(ladder, scaling);
}

function contractNames(pool: Pool): string[] {
  const names = new Set<string>();
  for (const { contract } of pool.positions) names.add(contract);
  if (pool.orders.length === 0) return [...names];
  for (const { contract } of pool.orders) names.add(contract);
  return [...names].sort();
}
