import { evaluate, canonicalInput } from '@backstop/core/evaluation';
import { InvariantError } from '@backstop/core/num';
import { canonicalHistory, type LiquidationHistory, type LiquidationPlan } from '@backstop/core/planning';
import type { Instant } from '@backstop/core/venue';
import { sha256 } from '../persistence/sha256.ts';
import { askedPart, type AskedAbout, type QuestionBody } from './decision-body.ts';

/** A plan, and all that it came from. */
export interface PlanTold extends AskedAbout {
  readonly asOf: Instant;
  readonly history: LiquidationHistory;
  readonly plan: LiquidationPlan;
}

/** What is logged of a liquidation plan: the account and market it was made for, what had been done before, and the plan. */
export function planBody(told: PlanTold): QuestionBody {
  const { set, account, market, asOf, history, plan } = told;
  const { planId, policySet, inputHash } = plan;
  const begun = evaluate({ set, account, market, asOf, explain: false, sha256 });
  if (!begun.ok) throw new InvariantError('an account that a plan was made for cannot be judged');
  const text = JSON.stringify(plan);
  return {
    type: 'plan',
    ...{ decisionId: planId, policySet: policySet.hash, inputHash, asOf: plan.asOf, outcome: begun.value.outcome },
    moves: [],
    ...askedPart(told),
    decisionDigest: sha256(text),
    decision: text,
    input: {
      ...(JSON.parse(canonicalInput(account, market, set)) as object),
      history: JSON.parse(canonicalHistory(history)) as unknown,
    },
  };
}
