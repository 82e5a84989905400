import { useSearchParams } from './useSearchParams.ts';

/** Rows on a page. */
const PAGE = 50;

export type Order = 'asc' | 'desc';

/** Which rows of a catalog are looked at, as the address says. */
export interface CatalogView {
  readonly offset: number;
  readonly limit: number;
  readonly sort: string;
  readonly order: Order;
  readonly turnTo: (page: number) => void;
  /** The other way round where it is sorted by that already. */
  readonly sortBy: (sort: string) => void;
  /** One of the filters; empty where it is not set. */
  readonly filter: (name: string) => string;
  /** Sets a filter and goes back to the first page. `isTyped` keeps each letter out of the history. */
  readonly narrow: (name: string, value: string, isTyped?: boolean) => void;
}

/** Page, sort and filters from the address, and ways to change them. */
export function useCatalogView(first: { readonly sort: string; readonly order: Order }): CatalogView {
  const params = useSearchParams();
  const page = Number(/^\d{1,6}$/.exec(params.get('page') ?? '')?.[0] ?? 0);
  const sort = params.get('sort') ?? first.sort;
  const said = params.get('order') ?? first.order;
  const order = said === 'desc' ? 'desc' : 'asc';
  return {
    offset: page * PAGE,
    limit: PAGE,
    sort,
    order,
    turnTo: (next) => params.set({ page: next === 0 ? null : String(next) }),
    sortBy: (next) => params.set({ sort: next, order: next === sort && order === 'asc' ? 'desc' : 'asc', page: null }),
    filter: (name) => params.get(name) ?? '',
    narrow: (name, value, isTyped = false) => params.set({ [name]: value, page: null }, isTyped),
  };
}
