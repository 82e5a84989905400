import type { RaThemeOptions } from 'react-admin';
import { componentStyles } from './componentStyles.ts';
import { DARK, LIGHT, type Tones } from './palette.ts';

declare module '@mui/material/styles' {
  interface Palette {
    tones: Tones;
    bar: { main: string; ink: string; inkSoft: string; live: string; alarm: string };
    brass: string;
    lineStrong: string;
    raised: string;
  }
  interface PaletteOptions {
    tones: Tones;
    bar: { main: string; ink: string; inkSoft: string; live: string; alarm: string };
    brass: string;
    lineStrong: string;
    raised: string;
  }
}

/** System fonts only; Liberation Sans stands in where none of the others is installed. */
const SANS =
  '-apple-system, BlinkMacSystemFont, "Segoe UI Variable Text", "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
/** For digests, pointers and documents: what is compared letter by letter. */
export const MONO = 'ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Liberation Mono", Menlo, monospace';

function themeFrom(mode: 'light' | 'dark'): RaThemeOptions {
  const colors = mode === 'light' ? LIGHT : DARK;
  return {
    palette: {
      mode,
      primary: { main: colors.petrol, dark: colors.petrolDeep, contrastText: colors.petrolInk },
      secondary: { main: colors.brass },
      error: { main: colors.tones.danger },
      warning: { main: colors.tones.caution },
      success: { main: colors.tones.healthy },
      info: { main: colors.petrol },
      background: { default: colors.ground, paper: colors.sheet },
      text: { primary: colors.ink, secondary: colors.inkSoft },
      divider: colors.line,
      // Faint enough that soft ink still reads on what is chosen.
      action: {
        selected: mode === 'light' ? 'rgba(23, 38, 42, 0.07)' : 'rgba(228, 235, 233, 0.08)',
        selectedOpacity: 0.08,
      },
      tones: colors.tones,
      bar: {
        main: colors.bar,
        ink: colors.barInk,
        inkSoft: colors.barInkSoft,
        live: colors.barLive,
        alarm: colors.barAlarm,
      },
      brass: colors.brass,
      lineStrong: colors.lineStrong,
      raised: colors.raised,
    },
    shape: { borderRadius: 6 },
    typography: {
      fontFamily: SANS,
      fontSize: 13,
      h1: { fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.25, letterSpacing: '-0.012em' },
      h2: { fontSize: '0.95rem', fontWeight: 650, lineHeight: 1.4 },
      h3: { fontSize: '0.86rem', fontWeight: 650, lineHeight: 1.4 },
      body1: { fontSize: '0.9rem', lineHeight: 1.5 },
      body2: { fontSize: '0.84rem', lineHeight: 1.5 },
      caption: { fontSize: '0.76rem', lineHeight: 1.4 },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: componentStyles(colors),
  };
}

export const lightTheme = themeFrom('light');
export const darkTheme = themeFrom('dark');
