import { formatDecimal, parseDecimal } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { Effect } from '../../policy/index.ts';
import { LEAST_REQUIREMENT, stricterOf } from '../requirement.ts';
import type { Requirement } from '../requirement.ts';
import { isBeyondFactor } from './bound-problem.ts';
import type { EffectRequirement, Guardrail } from './guardrail.ts';
import type { Proposal } from './proposal.ts';

/** What a change takes under one guardrail: of its effect, of its impact, and one more person for each thing that is odd. */
export function requirementOf(guardrail: Guardrail, proposal: Proposal, effect: Effect): Requirement {
  const base = stricterOf(byEffect(guardrail, effect), byImpact(guardrail, proposal.newlyLiquidatable, effect));
  const odd = [...leapsOf(proposal, guardrail.magnitudeFactor), ...unknownsOf(proposal)];
  const more = { ...base, approvals: base.approvals + (odd.length > 0 ? 1 : 0) };
  return {
    ...more,
    approvalAgeMaxSeconds: guardrail.approvalAgeMaxSeconds,
    reasons: [...base.reasons, ...odd].sort(),
  };
}

function byEffect({ requirements }: Guardrail, effect: Effect): Requirement {
  const asked = requirements.get(effect);
  return asked === undefined ? LEAST_REQUIREMENT : stricterOf(LEAST_REQUIREMENT, requirement(asked, REASONS[effect]));
}

const REASONS: Readonly<Record<Effect, string>> = {
  'can-liquidate': 'it can liquidate accounts',
  'blocks-new-risk': 'it keeps accounts from taking new risk',
  costs: 'it costs accounts',
  loosens: 'it loosens what protects the venue',
  none: 'it does nothing to accounts',
};

/**
 * No book to count on is as bad as the largest impact, where the change can liquidate at all: nobody knows whom it hits.
 * Accounts that were counted count whatever the change was thought to do.
 */
function byImpact({ impacts }: Guardrail, newlyLiquidatable: number | null, effect: Effect): Requirement {
  return impacts
    .filter((row) =>
      newlyLiquidatable === null ? effect === 'can-liquidate' : newlyLiquidatable > row.newlyLiquidatableAbove,
    )
    .map((row) => {
      const reason =
        newlyLiquidatable === null
          ? 'there is no book to count the accounts on that it makes liquidatable'
          : `it makes ${countText(newlyLiquidatable)} liquidatable without a price having moved`;
      return requirement(row, reason);
    })
    .reduce(stricterOf, LEAST_REQUIREMENT);
}

function requirement({ approvals, roles, noticeSeconds }: EffectRequirement, reason: string): Requirement {
  return { approvals, roles, noticeSeconds, approvalAgeMaxSeconds: null, reasons: [reason] };
}

/** Parameters that change by more than a factor: of a hundred fixes in the field, many undo a misplaced decimal point. */
function leapsOf({ moves }: Proposal, factor: Decimal): string[] {
  return moves.flatMap(({ policy, differences }) =>
    differences.flatMap(({ path, before, after }) => {
      const from = before === null ? null : parseDecimal(before);
      const to = after === null ? null : parseDecimal(after);
      if (from === null || to === null || !isBeyondFactor(from, to, factor)) return [];
      return [`\`${policy}${path}\` changes by more than a factor of ${formatDecimal(factor)}`];
    }),
  );
}

function unknownsOf({ unknowns }: Proposal): string[] {
  return unknowns.map((question) => `the analysis could not answer: ${question}`);
}

function countText(accounts: number): string {
  return accounts === 1 ? 'one account' : `${String(accounts)} accounts`;
}
