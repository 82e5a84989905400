/** A row of a panel's list, a line above all but the first. */
export const panelRow = {
  py: 0.75,
  fontSize: '0.88rem',
  borderTop: 1,
  borderColor: 'divider',
  '&:first-of-type': { borderTop: 0 },
} as const;

/** The same with an instant in a column before it, where there is room. */
export const datedRow = {
  ...panelRow,
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '190px minmax(0, 1fr)' },
  columnGap: 2,
} as const;
