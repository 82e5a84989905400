/** A name in code as words: `maintenanceMarginRate` and `maintenance_margin_rate` → `Maintenance margin rate`. */
export function readKey(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
