import { unescaped } from '../../../text/unescaped.ts';
import type { Draft } from './draft.ts';

/** The form field that a JSON pointer of the API means, such as `positions.0.size`; null where the form has none. */
export function fieldOfPointer(pointer: string, draft: Draft): string | null {
  const [root, first, second, third] = pointer.split('/').slice(1).map(unescaped);
  if (root === 'account') return accountField(first, second, third);
  if (root !== 'market') return null;
  if (first === 'asOf') return 'asOf';
  if (first === 'contracts' && second !== undefined) {
    return named(
      'contracts',
      draft.contracts.findIndex(({ contract }) => contract.trim() === second),
      known(third, CONTRACT_FIELDS) ?? 'contract',
    );
  }
  if (first === 'assets' && second !== undefined) {
    return named(
      'assets',
      draft.assets.findIndex(({ asset }) => asset.trim() === second),
      known(third, ['price']) ?? 'asset',
    );
  }
  return null;
}

const CONTRACT_FIELDS = ['markPrice', 'indexPrice', 'openInterest'];
const ROW_FIELDS: Readonly<Record<string, readonly string[]>> = {
  collateral: ['asset', 'balance'],
  positions: ['contract', 'side', 'size', 'entryPrice', 'leverage', 'margin', 'isolatedMargin', 'pendingFunding'],
  openOrders: ['contract', 'side', 'size', 'price', 'reduceOnly', 'margin'],
};

function accountField(first: string | undefined, second: string | undefined, third: string | undefined): string | null {
  if (first === 'id' || first === 'ownerId' || first === 'tags') return first;
  const fields = first === undefined ? undefined : ROW_FIELDS[first];
  if (fields === undefined || second === undefined) return null;
  // A problem of the row as a whole is told at its first field.
  return named(first ?? '', Number(second), known(third, fields) ?? fields[0] ?? '');
}

function named(rows: string, index: number, field: string): string | null {
  return Number.isInteger(index) && index >= 0 ? `${rows}.${String(index)}.${field}` : null;
}

function known(field: string | undefined, fields: readonly string[]): string | undefined {
  return field !== undefined && fields.includes(field) ? field : undefined;
}
