/** How the sheet looks: figures under each other, what follows quieter than what is stated, a range as one block. */
export const sheetStyles = {
  display: 'flex',
  flexDirection: 'column',
  maxHeight: 560,
  '& .MuiDataGrid-root': { fontVariantNumeric: 'tabular-nums' },
  '& .is-selected': { bgcolor: 'action.selected' },
  '& .is-changed': {
    boxShadow: (theme: { palette: { brass: string } }) => `inset 3px 0 0 0 ${theme.palette.brass}`,
  },
  '& .is-wrong': {
    boxShadow: (theme: { palette: { error: { main: string } } }) => `inset 0 0 0 2px ${theme.palette.error.main}`,
  },
  '& .is-mistaken': { outline: 2, outlineColor: 'tones.danger', outlineOffset: '-2px' },
  '& .is-derived, & .is-number': { color: 'text.secondary' },
  '& .MuiDataGrid-columnHeaderTitle': { whiteSpace: 'normal', lineHeight: 1.25, textAlign: 'right' },
  '& .MuiDataGrid-cell': { borderRight: 1, borderRightColor: 'divider', userSelect: 'none' },
} as const;
