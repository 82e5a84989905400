import { fromPercent } from '../../../text/figures.ts';
import type { FigureUnit } from './figureUnit.ts';

/** Thousands in groups, as the console itself writes them in either language: `1,250,000.5` and `1 250 000.5`, never `0,005`. */
const GROUPED = /^-?[1-9]\d{0,2}(?:(?:,\d{3})+|(?:[ \u00a0\u202f]\d{3})+)(?:\.\d+)?$/;
const PERCENT = /^(-?\d+(?:\.\d+)?)\s*%$/;

/**
 * What is typed, as a document states it: groups of thousands of an amount are joined, a percentage becomes its
 * fraction, exactly. Whatever is not surely one of these is left as it stands, for the core to refuse.
 */
export function plainFigure(typed: string, unit: FigureUnit): string {
  const text = typed.trim().replaceAll('\u2212', '-');
  if (unit === 'rate') {
    const percent = PERCENT.exec(text)?.[1];
    return percent === undefined ? text : fromPercent(percent);
  }
  return (unit === 'amount' || unit === 'contracts') && GROUPED.test(text)
    ? text.replace(/[, \u00a0\u202f]/g, '')
    : text;
}
