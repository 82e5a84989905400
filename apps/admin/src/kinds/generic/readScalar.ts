import { groupDigits } from '../../text/figures.ts';

/** A text, number or truth as people read it; nothing as `none`. */
export function readScalar(value: unknown, translate: (key: string) => string): string {
  if (value === null || value === undefined) return translate('field.none');
  if (typeof value === 'boolean') return translate(value ? 'generic.yes' : 'generic.no');
  return groupDigits(typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value));
}
