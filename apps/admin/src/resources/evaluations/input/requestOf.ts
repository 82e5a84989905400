import type { Draft, Fields } from './draft.ts';

/** The request that a draft states: what is empty is left out, a row without a name and without anything else too. */
export function requestOf(draft: Draft): { readonly account: Fields; readonly market: Fields } {
  const tags = draft.tags
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return {
    account: {
      id: draft.id.trim(),
      ...said({ ownerId: draft.ownerId }),
      ...(tags.length === 0 ? {} : { tags }),
      collateral: draft.collateral.map(({ rest, ...row }) => ({ ...said(row), ...rest })),
      positions: draft.positions.map(({ rest, side, ...row }) => ({
        ...said({ ...row, side: side === 'net' ? '' : side }),
        ...rest,
      })),
      ...(draft.openOrders.length === 0
        ? {}
        : {
            openOrders: draft.openOrders.map(({ rest, reduceOnly, margin, ...row }) => ({
              ...said({ ...row, margin: margin === 'cross' ? '' : margin }),
              ...(reduceOnly ? { reduceOnly } : {}),
              ...rest,
            })),
          }),
      ...draft.rest.account,
    },
    market: {
      ...said({ asOf: draft.asOf }),
      contracts: byName(draft.contracts, 'contract'),
      ...(draft.assets.length === 0 ? {} : { assets: byName(draft.assets, 'asset') }),
      ...draft.rest.market,
    },
  };
}

function said(row: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row)
      .map(([key, text]) => [key, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );
}

function byName<Row extends { readonly rest: Fields }>(
  rows: readonly Row[],
  name: keyof Row & string,
): Record<string, Fields> {
  return Object.fromEntries(
    rows
      .map((row) => {
        const { rest, [name]: key, ...fields } = row;
        return [String(key).trim(), { ...said(fields as Record<string, string>), ...rest }] as const;
      })
      .filter(([key]) => key !== ''),
  );
}
