import { z } from 'zod';

/** The largest page of a catalog. */
const PAGE_MAX = 1000;

const count = (max: number) => z.coerce.number().int().min(0).max(max);

/** Which page of a catalog is asked for. */
export const page = {
  offset: count(1_000_000).default(0).describe('Rows to pass over.'),
  limit: count(PAGE_MAX).min(1).default(25).describe('Rows to return.'),
};

/** The direction of a sort, in either case: react-admin shouts it. */
export const order = z
  .enum(['asc', 'desc', 'ASC', 'DESC'])
  .transform((text) => (text.toLowerCase() === 'desc' ? 'desc' : 'asc'));
