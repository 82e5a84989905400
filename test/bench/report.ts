import { isMet } from './figure.ts';
import type { Figure } from './figure.ts';

/** One JSON line per figure: `suite`, `name`, `value`, `unit`, `aim`, `met`. */
export function jsonLine(figure: Figure): string {
  const { suite, name, value, unit, aim } = figure;
  return JSON.stringify({ suite, name, value, unit, aim, met: isMet(figure) });
}

/** The figures as a table for people. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.suite,
    figure.name,
    shown(figure.value),
    figure.unit,
    figure.aim === null ? '' : `${figure.isMost === true ? '≤' : '≥'} ${shown(figure.aim)}`,
    { true: 'met', false: 'MISSED', null: '' }[String(isMet(figure)) as 'true' | 'false' | 'null'],
  ]);
  const head = ['suite', 'figure', 'value', 'unit', 'aim', ''];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

function shown(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2);
}
