import { alpha } from '@mui/material/styles';
import type { RaThemeOptions } from 'react-admin';
import type { Palette } from './palette.ts';

type Styles = NonNullable<RaThemeOptions['components']>;

/** Flat sheets with fine lines, small figures in tables, a ring around whatever has the keyboard. */
export function componentStyles(colors: Palette): Styles {
  const focusRing = { outline: `2px solid ${colors.petrol}`, outlineOffset: 1 };
  return {
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontVariantNumeric: 'tabular-nums' },
        'a:focus-visible, button:focus-visible, [tabindex]:focus-visible': focusRing,
      },
    },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: { defaultProps: { disableElevation: true, size: 'small' }, styleOverrides: { root: { minHeight: 32 } } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: { styleOverrides: { root: { border: `1px solid ${colors.line}` } } },
    MuiTooltip: {
      defaultProps: { enterDelay: 350 },
      styleOverrides: {
        tooltip: {
          fontSize: '0.78rem',
          backgroundColor: colors.bar,
          color: colors.barInk,
          border: `1px solid ${colors.lineStrong}`,
        },
      },
    },
    MuiTextField: { defaultProps: { size: 'small', variant: 'outlined' } },
    MuiOutlinedInput: {
      styleOverrides: { notchedOutline: { borderColor: colors.lineStrong }, input: { fontSize: '0.86rem' } },
    },
    ...tableStyles(colors),
    ...choiceStyles(colors),
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiSkeleton: { defaultProps: { animation: 'wave' } },
  };
}

function tableStyles(colors: Palette): Styles {
  return {
    MuiTableCell: {
      styleOverrides: {
        root: {
          borderColor: colors.line,
          fontSize: '0.84rem',
          padding: '6px 12px',
          '@media (max-width: 899.95px)': { padding: '6px 8px' },
        },
        head: {
          color: colors.inkSoft,
          fontWeight: 600,
          fontSize: '0.76rem',
          lineHeight: 1.3,
          // A heading of several words takes two lines before it widens its column.
          verticalAlign: 'bottom',
          backgroundColor: colors.raised,
        },
      },
    },
    MuiTableRow: {
      styleOverrides: {
        root: {
          '&:last-of-type > td, tbody > &:last-of-type > th': { borderBottom: 0 },
          '&.MuiTableRow-hover:hover': { backgroundColor: alpha(colors.petrol, 0.06) },
        },
      },
    },
  };
}

/** Tabs and toggles. */
function choiceStyles(colors: Palette): Styles {
  return {
    MuiTabs: { styleOverrides: { root: { minHeight: 40 }, indicator: { height: 2, backgroundColor: colors.brass } } },
    MuiTab: {
      styleOverrides: {
        root: { minHeight: 40, padding: '8px 14px', fontSize: '0.86rem', '&.Mui-selected': { color: colors.ink } },
      },
    },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          padding: '3px 10px',
          fontSize: '0.8rem',
          borderColor: colors.lineStrong,
          color: colors.inkSoft,
          '&.Mui-selected': { color: colors.petrol, backgroundColor: alpha(colors.petrol, 0.1) },
        },
      },
    },
  };
}
