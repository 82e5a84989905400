import { formatDuration } from '@backstop/core/venue';
import { asPercent, groupDigits } from '../../../text/figures.ts';
import type { JsonSchema } from '../jsonSchema.ts';
import { fieldOf } from './fieldShape.ts';
import { figureUnit } from './figureUnit.ts';
import { fieldLabel, optionLabel } from './fieldWords.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** How many values stand in the head of a folded row. */
const SHOWN_MAX = 5;

/** What a row says in one line: its first values in the order of its schema, figures with their name and unit. */
export function rowSummary(row: unknown, { properties = {} }: JsonSchema, translate: Translate): string {
  if (typeof row !== 'object' || row === null) return String(row);
  const held = row as Readonly<Record<string, unknown>>;
  const words = Object.entries(properties).flatMap(([key, schema]) => valueWords(key, held[key], schema, translate));
  // What is called as what it is made of says so once: the compartment USDT of the asset USDT.
  return [...new Set(words)].slice(0, SHOWN_MAX).join(' · ');
}

function valueWords(key: string, value: unknown, schema: JsonSchema, translate: Translate): string[] {
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return [];
  const { type } = fieldOf(schema).shape;
  if (schema.const !== undefined || type === 'choice') return [optionLabel(key, String(value), translate)];
  if (type === 'text') return [String(value)];
  return [`${fieldLabel(key, translate)} ${figureWords(key, value)}`];
}

function figureWords(key: string, value: string | number): string {
  const unit = figureUnit(key);
  if (unit === 'duration' && typeof value === 'number') return formatDuration(value);
  return unit === 'rate' ? `${groupDigits(asPercent(String(value)))} %` : groupDigits(String(value));
}
