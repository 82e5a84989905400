import { z } from 'zod';
import { page } from '../page-query.ts';

/** Query parameters of the list of book snapshots; the one that was sent last comes first. */
export const bookSnapshotListQuery = z.strictObject({ ...page });

export type BookSnapshotListQuery = z.output<typeof bookSnapshotListQuery>;
