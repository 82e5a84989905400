import { englishAccess } from './englishAccess.ts';
import { englishAccounts } from './englishAccounts.ts';
import { englishActs } from './englishActs.ts';
import { englishAudit } from './englishAudit.ts';
import { englishBuilder } from './englishBuilder.ts';
import { englishChanges } from './englishChanges.ts';
import { englishDecision } from './englishDecision.ts';
import { englishDecisions } from './englishDecisions.ts';
import { englishDrafts } from './englishDrafts.ts';
import { englishEditors } from './englishEditors.ts';
import { englishEvaluation } from './englishEvaluation.ts';
import { englishFunds } from './englishFunds.ts';
import { englishHome } from './englishHome.ts';
import { englishKinds } from './englishKinds.ts';
import { englishLiquidations } from './englishLiquidations.ts';
import { englishLosses } from './englishLosses.ts';
import { englishPeople } from './englishPeople.ts';
import { englishPlan } from './englishPlan.ts';
import { englishPolicies } from './englishPolicies.ts';
import { englishReview } from './englishReview.ts';
import { englishRules } from './englishRules.ts';
import { englishSheet } from './englishSheet.ts';
import { englishShell } from './englishShell.ts';
import { englishWaterfall } from './englishWaterfall.ts';

/** Every text of the console in English, by area. */
export const english = {
  ...englishSheet,
  ...englishShell,
  ...englishAccess,
  ...englishAccounts,
  ...englishPeople,
  ...englishAudit,
  ...englishPolicies,
  ...englishChanges,
  ...englishActs,
  ...englishDrafts,
  ...englishEditors,
  ...englishHome,
  ...englishKinds,
  ...englishReview,
  ...englishRules,
  ...englishBuilder,
  ...englishEvaluation,
  ...englishDecision,
  ...englishDecisions,
  ...englishFunds,
  ...englishLiquidations,
  ...englishLosses,
  ...englishWaterfall,
  ...englishPlan,
};
