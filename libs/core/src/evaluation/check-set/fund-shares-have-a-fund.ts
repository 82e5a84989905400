import { isPositive } from '../../num/index.ts';
import { buildScopeIndex, resolveScope } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { Contract } from '../../venue/index.ts';
import { compartmentOf } from '../../waterfall/index.ts';
import type { Compartment } from '../../waterfall/index.ts';
import type { SetPolicies } from '../set-policies.ts';

/**
 * Whatever liquidations give to the fund needs a compartment that speaks for the same accounts: positions one that takes over, its
 * fee and surplus one at all. Otherwise a step could never be filled, or something would be taken for nobody. Asked for accounts
 * without a tag and with each one.
 */
export function fundSharesHaveAFund(policies: SetPolicies): Problem[] {
  const orderedTags = policies.valuations.flatMap(({ compiled }) => compiled.tags);
  const problems = new Map<string, Problem>();
  for (const tags of [[], ...orderedTags.map((tag) => [tag])]) {
    for (const problem of problemsOf(policies, tags, orderedTags)) {
      if (!problems.has(problem.path)) problems.set(problem.path, problem);
    }
  }
  return [...problems.values()];
}

function problemsOf(policies: SetPolicies, tags: readonly string[], orderedTags: readonly string[]): Problem[] {
  const liquidation = resolveScope(buildScopeIndex(policies.liquidations), { tags }, orderedTags);
  if (liquidation === null) return [];
  const trigger = resolveScope(buildScopeIndex(policies.triggers), { tags }, orderedTags);
  const fund = resolveScope(buildScopeIndex(policies.funds), { tags }, orderedTags);
  const { takesOver, surplusTo, fees } = liquidation.compiled;
  const path = `/${liquidation.reference.policy}/document`;
  const contracts = policies.specifications.flatMap(({ compiled }) => [...compiled.contracts.values()]);
  const tell = (at: string, code: string, isEnough: (compartment: Compartment) => boolean): Problem[] => {
    const missing = contracts.filter(({ group, settlementAsset }) => {
      const compartment = fund === null ? null : compartmentOf(fund.compiled, group, settlementAsset);
      return compartment === null || !isEnough(compartment);
    });
    return missing.length === 0 ? [] : [{ code, path: at, message: messageOf(missing, tags, code) }];
  };
  const isTaker = ({ takeover }: Compartment): boolean => takeover !== null;
  const isAny = (): boolean => true;
  return [
    ...(takesOver ? tell(`${path}/takeover`, TAKER, isTaker) : []),
    ...(trigger?.compiled.takesOver ? tell(`/${trigger.reference.policy}/document/rules`, TAKER, isTaker) : []),
    ...(surplusTo === 'fund' ? tell(`${path}/surplusTo`, SHARE, isAny) : []),
    ...(isPositive(fees.fundFeeRate) ? tell(`${path}/fundFeeRate`, SHARE, isAny) : []),
  ];
}

const TAKER = 'takeover_must_have_a_taker';
const SHARE = 'fund_share_must_have_a_compartment';

function messageOf(missing: readonly Contract[], tags: readonly string[], code: string): string {
  const [first] = missing;
  const whose = tags.length === 0 ? '' : ` of accounts tagged \`${tags.join()}\``;
  const what = code === TAKER ? 'has a compartment of the fund that takes over' : 'has a compartment of the fund';
  const example = `\`${first?.contract ?? ''}\` (group \`${first?.group ?? ''}\`, settled in ${first?.settlementAsset ?? ''})`;
  return `of ${String(missing.length)} contracts${whose}, such as ${example}, none ${what}`;
}
