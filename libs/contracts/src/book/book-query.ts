import { z } from 'zod';
import { page } from '../page-query.ts';

const name = z.string().min(1).max(100);

/** Query parameters of the accounts of the last book, the nearest to liquidation first. */
export const bookAccountsQuery = z.strictObject({
  ...page,
  zone: name.optional().describe('Only scopes in this zone; `indeterminate` = those whose zone cannot be told.'),
  contract: name.optional().describe('Only scopes with a position in this contract.'),
  q: z.string().max(100).optional().describe('Only accounts with this text in their id.'),
});

/** Query parameters of the zones of the last books. */
export const bookZonesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(24).default(1).describe('The most books to tell of, the last one first.'),
});

export type BookAccountsQuery = z.output<typeof bookAccountsQuery>;
export type BookZonesQuery = z.output<typeof bookZonesQuery>;
