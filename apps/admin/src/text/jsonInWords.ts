import { groupDigits } from './figures.ts';
import { isRecord } from './isRecord.ts';
import { readName } from './readKey.ts';

/** Stands where nothing does. */
const NOTHING = '–';

/** A part of a document that a sentence quotes, in words: `{"asset":"USDT","max":null}` → `asset USDT, max –`; null for any other text. */
export function jsonInWords(text: string): string | null {
  if (!/^[[{]/.test(text)) return null;
  try {
    return wordsOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function wordsOf(value: unknown): string {
  if (value === null) return NOTHING;
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : value.map(within).join('; ');
  if (!isRecord(value)) return groupDigits(typeof value === 'string' ? value : JSON.stringify(value));
  const { fact, operator, value: limit } = value;
  if (typeof fact === 'string' && typeof operator === 'string') {
    return `${readName(fact)} ${readName(operator)} ${within(limit)}`;
  }
  if (typeof fact === 'string' && Object.keys(value).length === 1) return readName(fact);
  const entries = Object.entries(value);
  return entries.length === 0 ? NOTHING : entries.map(([key, held]) => `${readName(key)} ${within(held)}`).join(', ');
}

/** What has an inside of its own stands in brackets. */
function within(value: unknown): string {
  const words = wordsOf(value);
  return typeof value === 'object' && value !== null && /[,; ]/.test(words) ? `(${words})` : words;
}
