import type { RowKeys } from '../../policy/index.ts';

/** What tells the rows of each table apart. */
export const rowKeys = {
  '/limits': ['kind', 'path'],
  '/envelopes': ['kind', 'outcome'],
  '/requirements': ['effect'],
  '/impacts': ['newlyLiquidatableAbove'],
  '/freezes': ['from', 'until'],
} as const satisfies RowKeys;
