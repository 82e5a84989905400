import type { Translated } from './messages.ts';
import type { englishHome } from './englishHome.ts';

export const germanHome: Translated<typeof englishHome> = {
  now: {
    zones: 'Das Buch nach Zonen',
    scopes: '%{smart_count} Bereich, Buch vom |||| %{smart_count} Bereiche, Buch vom',
    accounts: 'Konten nach Risiko',
    no_book: 'Es wurde kein Buch aufgezeichnet: der Dienst kennt keine Konten.',
    over_time: 'Zonen im Lauf der Zeit',
    last_books: 'Das letzte Buch |||| Die letzten %{smart_count} Bücher',
    losses: 'Letzte Verluste',
    alerts: 'Warnungen',
  },
  alert: {
    none: 'Fonds und Buch sind in Ordnung.',
    unread: 'Nicht alles konnte gelesen werden: es kann mehr geben.',
    tone_danger: 'jetzt',
    tone_caution: 'ansehen',
    tone_unknown: 'unbekannt',
    emergencies:
      '%{smart_count} Notfalländerung wartet auf Ihre Prüfung |||| %{smart_count} Notfalländerungen warten auf Ihre Prüfung',
    losses_asked:
      '%{smart_count} Verlust einer Liquidation ist noch zu erfassen |||| %{smart_count} Verluste von Liquidationen sind noch zu erfassen',
    fund_adl: 'Fonds %{fund}: Positionsabbau ist offen für %{contracts}',
    fund_empty: 'Fonds %{fund} ist leer',
    fund_below_floor: 'Fonds %{fund} liegt unter seiner Untergrenze',
    fund_at_floor: 'Fonds %{fund} liegt an seiner Untergrenze und zahlt nichts',
    fund_undeclared: 'Fonds %{fund} wird von keiner geltenden Richtlinie erklärt',
    indeterminate:
      'Die Zone von %{smart_count} Bereich lässt sich nicht bestimmen |||| Die Zone von %{smart_count} Bereichen lässt sich nicht bestimmen',
    not_judged:
      '%{smart_count} Konto lässt sich nicht beurteilen |||| %{smart_count} Konten lassen sich nicht beurteilen',
    old_book: 'Das letzte Buch ist %{age} alt',
  },
};
