/** A name in code as words: `maintenanceMarginRate` and `maintenance_margin_rate` → `Maintenance margin rate`. */
export function readKey(key: string): string {
  const words = readName(key);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The same within a sentence, as the core's own sentences say it: `desk.leverageLimit` → `desk leverage limit`. */
export function readName(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[$.[\]_-]+/g, ' ')
    .trim()
    .toLowerCase();
}
