interface Shown {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** What stands beside a table that is turned page by page, in the language of the page. */
export function pagingWords(translate: (key: string, options?: Record<string, unknown>) => string) {
  return {
    labelDisplayedRows: ({ from, to, count }: Shown): string =>
      translate('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count }),
    getItemAriaLabel: (way: 'first' | 'last' | 'next' | 'previous'): string => translate(`ra.navigation.${way}`),
  };
}
