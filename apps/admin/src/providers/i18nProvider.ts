import polyglotI18nProvider from 'ra-i18n-polyglot';
import raEnglish from 'ra-language-english';
import { english } from '../i18n/english.ts';
import { fallingBack } from '../i18n/fallingBack.ts';

const englishTexts = { ...raEnglish, ...english };

/** English is there from the start; another language is loaded when it is chosen, and falls back to English. */
export const i18nProvider = polyglotI18nProvider(
  (locale) =>
    locale === 'de'
      ? import('../i18n/german.ts').then(({ german }) => fallingBack(german, englishTexts) as typeof englishTexts)
      : englishTexts,
  'en',
  [
    { locale: 'en', name: 'English' },
    { locale: 'de', name: 'Deutsch' },
  ],
);
