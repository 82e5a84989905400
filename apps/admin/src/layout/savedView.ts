/** Filters under a name: the query of an address. */
export interface SavedView {
  readonly name: string;
  readonly search: string;
}

/** Views kept of one page. */
const VIEWS_MAX = 20;

/** What of an address says which page it is of what was found. */
const PLACES = ['page', 'before', 'after'];

/** The views with one more, or with the one of the same name replaced; by name, and never more than fit. Pages are not kept. */
export function withView(views: readonly SavedView[], { name, search }: SavedView): readonly SavedView[] {
  const params = new URLSearchParams(search);
  for (const place of PLACES) params.delete(place);
  const others = views.filter((view) => view.name !== name);
  return [{ name, search: `?${params.toString()}` }, ...others]
    .slice(0, VIEWS_MAX)
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
