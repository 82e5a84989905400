/** What a color stands for. One hue a meaning, the same in tables, chips and pictures. */
export interface Tones {
  readonly healthy: string;
  readonly caution: string;
  readonly danger: string;
  readonly grave: string;
  readonly unknown: string;
  readonly neutral: string;
}

export type Tone = keyof Tones;

export interface Palette {
  readonly ground: string;
  readonly sheet: string;
  readonly raised: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly bar: string;
  readonly barInk: string;
  readonly barInkSoft: string;
  readonly barLive: string;
  readonly barAlarm: string;
  readonly petrol: string;
  readonly petrolDeep: string;
  readonly petrolInk: string;
  readonly brass: string;
  readonly tones: Tones;
}

/** Petrol on warm paper. */
export const LIGHT: Palette = {
  ground: '#f5f4f0',
  sheet: '#ffffff',
  raised: '#faf9f6',
  ink: '#17262a',
  inkSoft: '#536267',
  line: '#e3e0d8',
  lineStrong: '#c9c5ba',
  bar: '#12343a',
  barInk: '#f1f5f3',
  barInkSoft: '#a9c3c2',
  barLive: '#6cc795',
  barAlarm: '#ffc9a3',
  petrol: '#0e5b60',
  petrolDeep: '#093f43',
  petrolInk: '#ffffff',
  brass: '#9a5b16',
  tones: {
    healthy: '#1b6e45',
    caution: '#8a5a00',
    danger: '#b3261e',
    grave: '#7c1d5a',
    unknown: '#4f4aa8',
    neutral: '#536267',
  },
};

/** The same at night: the sheet lies above the ground by being lighter, never by a shadow. */
export const DARK: Palette = {
  ground: '#0e1719',
  sheet: '#152124',
  raised: '#1a282c',
  ink: '#e4ebe9',
  inkSoft: '#9db0b0',
  line: '#263639',
  lineStrong: '#3a4d50',
  bar: '#0a1214',
  barInk: '#e4ebe9',
  barInkSoft: '#9db0b0',
  barLive: '#6cc795',
  barAlarm: '#ffc9a3',
  petrol: '#6fc7bf',
  petrolDeep: '#98dbd4',
  petrolInk: '#062022',
  brass: '#e8b26a',
  tones: {
    healthy: '#6cc795',
    caution: '#e5b454',
    danger: '#f28b82',
    grave: '#e291c4',
    unknown: '#aaa5f2',
    neutral: '#9db0b0',
  },
};
