import { z } from 'zod';
import { name } from './fields.ts';
import type { Scope } from './scope.ts';

/** Most names in one scope. */
const NAMES_MAX = 20_000;

const everything = z.literal('*').describe('Everything.');

/** What a policy speaks about: exactly one of contracts, groups or assets, narrowed by tags; its lists are sets. */
export const scopeSchema: z.ZodType<Scope> = z
  .strictObject({
    contracts: z
      .union([everything, nameSet('Contract.')])
      .optional()
      .describe('Contracts by name, or "*" for everything.'),
    groups: nameSet('Group of contracts.')
      .optional()
      .describe('Groups of contracts, as the contract specification names them.'),
    assets: z
      .union([everything, nameSet('Asset.')])
      .optional()
      .describe('Assets by name, or "*" for every asset.'),
    tags: nameSet('Account tag.')
      .optional()
      .describe('Only accounts that carry one of these tags; absent = every account.'),
  })
  .superRefine((scope, context) => {
    const named = (['contracts', 'groups', 'assets'] as const).filter((subject) => scope[subject] !== undefined);
    if (named.length === 1) return;
    context.addIssue({
      code: 'custom',
      message: 'must name exactly one of `contracts`, `groups` and `assets`',
      params: { code: 'scope_names_not_one_subject' },
    });
  });

function nameSet(meaning: string) {
  return z
    .array(name(meaning))
    .min(1)
    .max(NAMES_MAX)
    .superRefine((names, context) => {
      const seen = new Set<string>();
      for (const [index, each] of names.entries()) {
        if (seen.has(each)) {
          context.addIssue({
            code: 'custom',
            path: [index],
            message: 'is listed twice',
            params: { code: 'duplicate_name' },
          });
        }
        seen.add(each);
      }
    })
    .transform((names) => names.toSorted());
}
