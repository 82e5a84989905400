/** A row of a panel's list, a line above all but the first. */
export const panelRow = {
  py: 0.75,
  fontSize: '0.88rem',
  borderTop: 1,
  borderColor: 'divider',
  '&:first-of-type': { borderTop: 0 },
} as const;

/** The same with an instant before it; what it tells goes below the instant where the two do not fit abreast. */
export const datedRow = {
  ...panelRow,
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 2,
  '& > *': { minWidth: 190 },
  '& > * + *': { flex: '1 1 190px' },
} as const;
