import { germanAccess } from './germanAccess.ts';
import { germanAccounts } from './germanAccounts.ts';
import { germanFramework } from './germanFramework.ts';
import { germanFunds } from './germanFunds.ts';
import { germanHome } from './germanHome.ts';
import { germanLiquidations } from './germanLiquidations.ts';
import { germanLosses } from './germanLosses.ts';
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
  ...germanFunds,
  ...germanLiquidations,
  ...germanLosses,
  ...germanPlan,
  ...germanPolicies,
};
