import { suggestion } from '../problem/index.ts';
import type { Problem } from '../problem/index.ts';
import type { Account } from '../venue/index.ts';
import type { CompiledSet } from './compiled-set.ts';

/** Most names for which a near one is looked for: a body full of unknown names must not cost a search for each. */
const SUGGESTIONS_MAX = 5;

/** Contracts and assets that the account names and the set does not know; none may be judged around. */
export function nameProblems(account: Account, set: CompiledSet): Problem[] {
  const { contracts, assets } = set.specification.compiled;
  const problems: Problem[] = [];
  const ask = (known: ReadonlyMap<string, unknown>, name: string, path: string, noun: 'contract' | 'asset'): void => {
    if (known.has(name)) return;
    problems.push({
      code: `${noun}_not_in_policy_set`,
      path,
      message: `${noun} \`${name}\` is not in the policy set in force`,
      ...(problems.length < SUGGESTIONS_MAX ? suggestion(name, known.keys()) : {}),
    });
  };
  account.collateral.forEach(({ asset }, index) =>
    ask(assets, asset, `/account/collateral/${String(index)}/asset`, 'asset'),
  );
  account.positions.forEach(({ contract }, index) =>
    ask(contracts, contract, `/account/positions/${String(index)}/contract`, 'contract'),
  );
  account.openOrders.forEach(({ contract }, index) =>
    ask(contracts, contract, `/account/openOrders/${String(index)}/contract`, 'contract'),
  );
  return problems;
}
