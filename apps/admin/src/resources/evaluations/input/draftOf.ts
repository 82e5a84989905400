import {
  EMPTY_ASSET_MARKET,
  EMPTY_COLLATERAL,
  EMPTY_CONTRACT_MARKET,
  EMPTY_ORDER,
  EMPTY_POSITION,
  type Draft,
  type Fields,
} from './draft.ts';
import { isRecord } from '../../../text/isRecord.ts';

/** The draft of a request, as far as it has the outer shape of one; null where a form could not show it. */
export function draftOf(request: unknown): Draft | null {
  const account = fieldsOf(fieldsOf(request)?.['account']);
  const market = fieldsOf(fieldsOf(request)?.['market']);
  if (account === null || market === null) return null;
  const collateral = rowsOf(account['collateral'], EMPTY_COLLATERAL);
  const positions = rowsOf(account['positions'], EMPTY_POSITION);
  const openOrders = rowsOf(account['openOrders'], EMPTY_ORDER);
  const contracts = namedRowsOf(market['contracts'], 'contract', EMPTY_CONTRACT_MARKET);
  const assets = namedRowsOf(market['assets'], 'asset', EMPTY_ASSET_MARKET);
  if (collateral === null || positions === null || openOrders === null || contracts === null || assets === null)
    return null;
  const { id, ownerId, tags, collateral: _c, positions: _p, openOrders: _o, ...accountRest } = account;
  const { asOf, contracts: _mc, assets: _ma, ...marketRest } = market;
  return {
    id: textOf(id),
    ownerId: textOf(ownerId),
    tags: Array.isArray(tags) ? tags.map(textOf).join(', ') : textOf(tags),
    collateral,
    positions,
    openOrders,
    asOf: textOf(asOf),
    contracts,
    assets,
    rest: { account: accountRest, market: marketRest },
  };
}

function rowsOf<Row extends { readonly rest: Fields }>(rows: unknown, empty: Row): Row[] | null {
  if (rows === undefined) return [];
  if (!Array.isArray(rows)) return null;
  const drafts = rows.map((row: unknown) => rowOf(row, empty));
  return drafts.every((draft) => draft !== null) ? drafts : null;
}

/** Rows that the request keeps by name. */
function namedRowsOf<Row extends { readonly rest: Fields }>(rows: unknown, name: string, empty: Row): Row[] | null {
  if (rows === undefined) return [];
  const byName = fieldsOf(rows);
  if (byName === null) return null;
  return rowsOf(
    Object.entries(byName).map(([key, row]) => ({ ...(fieldsOf(row) ?? {}), [name]: key })),
    empty,
  );
}

/** The fields that the empty row has, as text; every other in `rest`. Fields left out take what the API takes them for. */
function rowOf<Row extends { readonly rest: Fields }>(row: unknown, empty: Row): Row | null {
  const fields = fieldsOf(row);
  if (fields === null) return null;
  const own = Object.fromEntries(
    Object.entries(empty).map(([key, otherwise]: [string, unknown]) => {
      const value = fields[key];
      if (key === 'rest')
        return [key, Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(empty, name)))];
      if (typeof otherwise === 'boolean') return [key, value === true];
      return [key, value === undefined ? otherwise : textOf(value)];
    }),
  );
  // Built from the keys of the empty row, each with a value of its type.
  return own as unknown as Row;
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

function fieldsOf(value: unknown): Fields | null {
  return isRecord(value) ? value : null;
}
