import { z } from 'zod';
import { fraction, KEY_PATTERN, name, nonNegativeDecimal, positiveDecimal, signedDecimal } from '../../policy/index.ts';

/** Most compartments of one fund, and most groups of one compartment. */
const ROWS_MAX = 1_000;

/** A year: no cap looks back further. */
const PERIOD_MAX_SECONDS = 31_622_400;

const cap = (meaning: string) => nonNegativeDecimal(meaning).nullable().default(null);
const seconds = (meaning: string) => z.int().min(1).max(PERIOD_MAX_SECONDS).describe(meaning);

const adlSwitch = z.strictObject({
  onAtOrBelow: signedDecimal('Drawdown at or below which deleveraging opens: -0.3 is a loss of 30 % of the balance.'),
  balanceThreshold: nonNegativeDecimal('Balance above which drawdown opens it, in the asset.').default('0'),
  offAbove: signedDecimal('Drawdown above which deleveraging closes again, while there is a balance.'),
  windowSeconds: seconds('Time over which drawdown is measured: pnl of liquidations over the largest balance.'),
});

const takeover = z.strictObject({
  lossMax: positiveDecimal('Loss of positions taken over, in the asset, that opens deleveraging.'),
});

const compartment = z.strictObject({
  name: z
    .string()
    .regex(KEY_PATTERN, 'must be 1 to 64 letters, digits, _ or -')
    .describe('Name of the compartment; its identity across versions and in the ledger.'),
  groups: z
    .array(name('Group of contracts.'))
    .min(1)
    .max(ROWS_MAX)
    .transform((groups) => groups.toSorted())
    .describe('Groups of contracts whose losses it pays; null = every group that no other of its asset names.')
    .nullable()
    .default(null),
  asset: name('Asset that it holds and pays in: the settlement asset of the contracts.'),
  surplusShare: fraction(
    'Share of what a fill brings above bankruptcy amount and fee that flows in; the account keeps the rest.',
  ).default('1'),
  feeShare: fraction('Share of liquidation fees that flows in; the venue keeps the rest.').default('1'),
  takesDeposits: z.boolean().default(true).describe('Whether the venue may pay into it.'),
  balanceFloor: nonNegativeDecimal('Balance that is kept back from every loss, in the asset.').default('0'),
  lossDrawnMax: cap('Most that it pays for one loss, in the asset; null = no limit.'),
  accountDrawnMax: cap('Most that it pays for one account in a period, in the asset; null = no limit.'),
  periodDrawnMax: cap('Most that it pays in a period, in the asset; null = no limit.'),
  periodSeconds: seconds('The period that ends with the loss; null where no cap is about one.')
    .nullable()
    .default(null),
  adlSwitch: adlSwitch
    .describe('When it opens deleveraging and when it closes it; null = never.')
    .nullable()
    .default(null),
  takeover: takeover
    .describe('How positions are held that it takes over; null = it takes none.')
    .nullable()
    .default(null),
});

/** What pays first where an account cannot: compartments by group and asset, what flows in, and how much they pay. */
export const schema = z.strictObject({
  compartments: z
    .array(compartment)
    .min(1)
    .max(ROWS_MAX)
    .transform((rows) => rows.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)))
    .describe('The compartments of the fund; none pays for another.'),
});

export type InsuranceFundDocument = z.output<typeof schema>;
export type CompartmentRow = InsuranceFundDocument['compartments'][number];
