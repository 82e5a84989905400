import { germanAccess } from './germanAccess.ts';
import { germanAccounts } from './germanAccounts.ts';
import { germanActs } from './germanActs.ts';
import { germanAudit } from './germanAudit.ts';
import { germanBuilder } from './germanBuilder.ts';
import { germanChanges } from './germanChanges.ts';
import { germanDecision } from './germanDecision.ts';
import { germanDecisions } from './germanDecisions.ts';
import { germanDrafts } from './germanDrafts.ts';
import { germanEditors } from './germanEditors.ts';
import { germanEvaluation } from './germanEvaluation.ts';
import { germanFramework } from './germanFramework.ts';
import { germanFunds } from './germanFunds.ts';
import { germanHome } from './germanHome.ts';
import { germanKinds } from './germanKinds.ts';
import { germanLiquidations } from './germanLiquidations.ts';
import { germanLosses } from './germanLosses.ts';
import { germanPeople } from './germanPeople.ts';
import { germanPlan } from './germanPlan.ts';
import { germanPolicies } from './germanPolicies.ts';
import { germanReview } from './germanReview.ts';
import { germanRules } from './germanRules.ts';
import { germanSheet } from './germanSheet.ts';
import { germanShell } from './germanShell.ts';
import { germanWaterfall } from './germanWaterfall.ts';
import type { Messages } from './messages.ts';

/** Every text of the console in German, by area. What is added in English only falls back to it. */
export const german: Messages & { readonly ra: object } = {
  ...germanFramework,
  ...germanSheet,
  ...germanShell,
  ...germanAccess,
  ...germanAccounts,
  ...germanPeople,
  ...germanAudit,
  ...germanPolicies,
  ...germanChanges,
  ...germanActs,
  ...germanDrafts,
  ...germanEditors,
  ...germanHome,
  ...germanKinds,
  ...germanReview,
  ...germanRules,
  ...germanBuilder,
  ...germanEvaluation,
  ...germanDecision,
  ...germanDecisions,
  ...germanFunds,
  ...germanLiquidations,
  ...germanLosses,
  ...germanWaterfall,
  ...germanPlan,
};
