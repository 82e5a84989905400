/** Filters under a name: the query of an address. */
export interface SavedView {
  readonly name: string;
  readonly search: string;
}

/** Views kept of one page. */
const VIEWS_MAX = 20;

/** The views with one more, or with the one of the same name replaced; by name, and never more than fit. Pages are not kept. */
export function withView(views: readonly SavedView[], { name, search }: SavedView): readonly SavedView[] {
  const params = new URLSearchParams(search);
  params.delete('page');
  const others = views.filter((view) => view.name !== name);
  return [{ name, search: `?${params.toString()}` }, ...others]
    .slice(0, VIEWS_MAX)
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
