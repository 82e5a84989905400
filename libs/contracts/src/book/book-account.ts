import { z } from 'zod';
import { bookSnapshotResource } from './book-snapshot.ts';

const amount = z.string().nullable().describe('In the asset of the scope; null where it cannot be judged.');

/** One scope of an account in the last book, as it is judged under the set in force at the book's instant. */
export const bookScopeResource = z
  .object({
    rank: z.int().min(1).describe('Its place by risk among all scopes of the book; 1 is the nearest to liquidation.'),
    account: z.string(),
    scope: z.enum(['cross', 'isolated']),
    key: z.string().describe('Key of the scope: `cross:USDT`, `isolated:ETHUSDT:net`.'),
    asset: z.string().describe('What its amounts are in.'),
    contracts: z.array(z.string()).describe('Contracts with an open position.'),
    zone: z.string().nullable().describe('Null where no rule could decide.'),
    actions: z.array(z.string()).describe('Types of what the zone asks for.'),
    state: z.enum(['healthy', 'liquidatable', 'bankrupt']).nullable(),
    equity: amount,
    accountValue: amount,
    maintenanceMargin: amount,
    marginRatio: z.string().nullable().describe('Equity over maintenance margin; null where there is none.'),
  })
  .describe('One scope of an account in the last book.');

/** How many scopes of a book are in which zone. */
export const bookZonesResource = z
  .object({
    snapshot: bookSnapshotResource,
    policySet: z.string().describe('Hash of the set that it is judged under: the one in force at its instant.'),
    scopes: z.int().min(0),
    listed: z.int().min(0).describe('Scopes that the list of accounts holds: the nearest to liquidation.'),
    notJudged: z.int().min(0).describe('Accounts that name what the set does not know; they are in no zone.'),
    zones: z.array(z.object({ zone: z.string().nullable(), actions: z.array(z.string()), scopes: z.int().min(1) })),
    contracts: z.array(z.object({ contract: z.string(), scopes: z.int().min(1) })),
  })
  .describe('A book by zone.');

/** An account as the last book has it, with the market that it stands in: what an evaluation asks for. */
export const bookAccountResource = z
  .object({
    snapshot: bookSnapshotResource,
    account: z.record(z.string(), z.unknown()).describe('As it was sent.'),
    market: z.record(z.string(), z.unknown()).describe('As it was sent.'),
  })
  .describe('An account of the last book.');

export type BookScopeResource = z.output<typeof bookScopeResource>;
export type BookZonesResource = z.output<typeof bookZonesResource>;
export type BookAccountResource = z.output<typeof bookAccountResource>;
