import { germanAccess } from './germanAccess.ts';
import { germanAccounts } from './germanAccounts.ts';
import { germanActs } from './germanActs.ts';
import { germanAudit } from './germanAudit.ts';
import { germanChanges } from './germanChanges.ts';
import { germanDecision } from './germanDecision.ts';
import { germanDecisions } from './germanDecisions.ts';
import { germanDrafts } from './germanDrafts.ts';
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
import { germanShell } from './germanShell.ts';
import type { Messages } from './messages.ts';

/** Texts of the console in German, as far as there are any; the others stay English. */
export const german: Messages & { readonly ra: object } = {
  ...germanFramework,
  ...germanShell,
  ...germanHome,
  ...germanAccess,
  ...germanAccounts,
  ...germanPeople,
  ...germanAudit,
  ...germanPolicies,
  ...germanChanges,
  ...germanActs,
  ...germanDrafts,
  ...germanKinds,
  ...germanEvaluation,
  ...germanDecision,
  ...germanDecisions,
  ...germanFunds,
  ...germanLiquidations,
  ...germanLosses,
  ...germanPlan,
};
