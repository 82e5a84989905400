import { z } from 'zod';
import { name, positiveDecimal } from '../../policy/index.ts';
import { formatInstant, parseInstant } from '../../venue/index.ts';

/** Most rows in either table; the largest venues list a few thousand. */
const ROWS_MAX = 20_000;

const expiry = z
  .string()
  .transform((text, context) => {
    const at = parseInstant(text);
    if (at !== null) return formatInstant(at);
    context.addIssue({
      code: 'custom',
      message: 'must be an instant in UTC such as "2026-12-25T08:00:00Z"',
      params: { code: 'invalid_text' },
    });
    return z.NEVER;
  })
  .describe('When the contract expires, in UTC; null = perpetual.');

const asset = z.strictObject({
  asset: name('Asset.'),
  precision: z.int().min(0).max(18).describe('Number of decimals of the smallest unit; amounts are rounded to it.'),
});

const contract = z
  .strictObject({
    contract: name('Contract.'),
    type: z.enum(['linear', 'inverse']).describe('Linear pays in the quote asset, inverse in the base asset.'),
    multiplier: positiveDecimal('Base per contract (linear) or quote per contract (inverse).').default('1'),
    base: name('Asset that is traded.'),
    quote: name('Asset that prices are in.'),
    settlementAsset: name('Asset that profit and loss are paid in.'),
    tickSize: positiveDecimal('Smallest price step, quote per base; null = not known, prices round to 8 decimals.')
      .nullable()
      .default(null),
    lotSize: positiveDecimal('Smallest size step, in contracts; null = not known, sizes go to 1e-8.')
      .nullable()
      .default(null),
    group: name("Group that policies may speak about; the contract's own name where none is given.").optional(),
    expiresAt: expiry.nullable().default(null),
    positionSizeMax: positiveDecimal('Largest size that one position may have, in contracts; null = no limit.')
      .nullable()
      .default(null),
    openInterestMax: positiveDecimal('Largest open interest of the contract, in contracts; null = no limit.')
      .nullable()
      .default(null),
    listing: z
      .enum(['listed', 'reduce-only', 'delisted'])
      .default('listed')
      .describe('Whether positions may be opened, only reduced, or the contract is off the market.'),
  })
  .transform((row) => ({ ...row, group: row.group ?? row.contract }));

/** The venue's assets and contracts: two tables, each a set of rows by name. */
export const schema = z.strictObject({
  assets: z
    .array(asset)
    .max(ROWS_MAX)
    .transform((rows) => rows.toSorted((a, b) => byName(a.asset, b.asset)))
    .describe('Assets of the venue; a row is identified by its name.'),
  contracts: z
    .array(contract)
    .max(ROWS_MAX)
    .transform((rows) => rows.toSorted((a, b) => byName(a.contract, b.contract)))
    .describe('Contracts of the venue; a row is identified by its name.'),
});

export type ContractSpecificationDocument = z.output<typeof schema>;
export type AssetRow = ContractSpecificationDocument['assets'][number];
export type ContractRow = ContractSpecificationDocument['contracts'][number];

/** Names are ASCII, so that code units and bytes sort alike. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
