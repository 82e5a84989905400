import polyglotI18nProvider from 'ra-i18n-polyglot';
import raEnglish from 'ra-language-english';
import { english } from '../i18n/english.ts';

export const i18nProvider = polyglotI18nProvider(() => ({ ...raEnglish, ...english }), 'en', [
  { locale: 'en', name: 'English' },
]);
