import MenuItem from '@mui/material/MenuItem';
import { useLocales, useLocaleState } from 'react-admin';

/** The languages of the console, each in its own words; the choice is kept in this browser. */
export function LanguageItems({ onChoose }: { onChoose: () => void }) {
  const languages = useLocales();
  const [locale, setLocale] = useLocaleState();
  return languages.map((language: { locale: string; name: string }) => (
    <MenuItem
      key={language.locale}
      lang={language.locale}
      role="menuitemradio"
      aria-checked={language.locale === locale}
      selected={language.locale === locale}
      onClick={() => {
        setLocale(language.locale);
        onChoose();
      }}
      sx={{ fontSize: '0.86rem', minHeight: 36 }}
    >
      {language.name}
    </MenuItem>
  ));
}
