import { z } from 'zod';
import { fraction, name } from '../../policy/index.ts';

/** Most tags that one policy protects. */
const TAGS_MAX = 1_000;

/** Whose liability ends with the funds in the account. */
export const schema = z.strictObject({
  protectedTags: z
    .union([
      z.literal('*').describe('Every account.'),
      z
        .array(name('Tag of accounts.'))
        .max(TAGS_MAX)
        .transform((tags) => tags.toSorted()),
    ])
    .describe('Whoever has one of these tags never owes: a deficit goes to the waterfall and the balance to zero.'),
  closeOutShare: fraction(
    'Share of initial margin below which account value must close protected accounts out; 0.5 is the European retail rule.',
  )
    .nullable()
    .default(null),
});

export type BalanceProtectionDocument = z.output<typeof schema>;
