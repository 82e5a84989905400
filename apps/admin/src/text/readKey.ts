import { nameInWords } from './phrases.ts';
import { spelledName } from './spelledName.ts';

/** A name in code as words: `maintenanceMarginRate` and `maintenance_margin_rate` → `Maintenance margin rate`. */
export function readKey(key: string): string {
  const words = readName(key);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The same within a sentence, in the language of the page: `desk.leverageLimit` → `desk leverage limit`. */
export function readName(name: string): string {
  return nameInWords(name) ?? spelledName(name);
}
