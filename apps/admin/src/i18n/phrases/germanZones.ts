/** Zones that shipped rules name, and those that the core has by itself; a venue's own keep their names. */
export const germanZones: Readonly<Record<string, string>> = {
  healthy: 'gesund',
  warning: 'Warnung',
  'margin-call': 'Nachschuss',
  'reduce-only': 'nur Abbau',
  'partial-liquidation': 'Teilliquidation',
  'close-out': 'Glattstellung',
  liquidation: 'Liquidation',
  takeover: 'Übernahme',
  deficit: 'Fehlbetrag',
};
