import type { english } from './english.ts';

/** The same keys with texts of another language: a key that English has not is an error, one that is left out falls back to English. */
export type Translated<Texts> = {
  readonly [Key in keyof Texts]?: Texts[Key] extends string ? string : Translated<Texts[Key]>;
};

/** Texts of the console in a language other than English. */
export type Messages = Translated<typeof english>;
