import { groupDigits } from './figures.ts';
import { readName } from './readKey.ts';

/** Parameters as a line: `share 0.5, limit desk limit $.cap`; a fact that stands in for a value by its name. */
export function readParameters(parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters)
    .map(([key, value]) => `${readName(key)} ${readValue(value)}`)
    .join(', ');
}

function readValue(value: unknown): string {
  if (typeof value === 'string') return groupDigits(value);
  if (typeof value === 'number' || typeof value === 'boolean') return groupDigits(String(value));
  if (value === null || value === undefined) return '–';
  if (typeof value === 'object' && 'fact' in value && typeof value.fact === 'string') {
    const path = 'path' in value && typeof value.path === 'string' ? ` ${value.path}` : '';
    return readName(value.fact) + path;
  }
  return JSON.stringify(value);
}
