import { z } from 'zod';
import { positiveDecimal } from '../../policy/index.ts';

const multiplier = (margin: string) =>
  z
    .strictObject({
      multiplier: positiveDecimal(`What ${margin} margin is multiplied by where the market states nothing.`).default(
        '1',
      ),
      multiplierMin: positiveDecimal('The least that counts, whatever the market states.').default('1'),
      multiplierMax: positiveDecimal('The most that counts, whatever the market states.'),
    })
    .describe(`The multiplier of ${margin} margin and its bounds.`);

/** What margin amounts are multiplied by: stated here, or with the market within the bounds stated here. */
export const schema = z.strictObject({
  initial: multiplier('initial'),
  maintenance: multiplier('maintenance'),
});

export type DynamicMarginDocument = z.output<typeof schema>;
