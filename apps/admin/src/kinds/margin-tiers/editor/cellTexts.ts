import { asPercent, fromPercent, groupDigits } from '../../../text/figures.ts';
import { cellNumber } from '../../sheet/cellNumber.ts';
import type { SheetColumn } from './sheetColumns.ts';

/** What a cell shows of a stated figure: rates in percent, thousands grouped; '' = nothing is stated. */
export function shownText({ unit }: SheetColumn, stated: string): string {
  if (stated === '') return '';
  if (unit === 'rate') return `${asPercent(stated)} %`;
  return unit === 'times' ? `${groupDigits(stated)}×` : groupDigits(stated);
}

/** What a cell is edited as: a rate in percent, as its column shows it. */
export function editedText({ unit }: SheetColumn, stated: string): string {
  return unit === 'rate' ? asPercent(stated) : stated;
}

/** What is copied out: a percent sign says what a rate is, so that no spreadsheet and no paste can take it for another. */
export function copiedText({ unit }: SheetColumn, stated: string): string {
  return stated !== '' && unit === 'rate' ? `${asPercent(stated)}%` : stated;
}

/**
 * The figure that was typed, by the marks of the console: the point before decimals, the comma between thousands. Null =
 * nothing; undefined = it cannot be read. A rate is typed in percent, with or without the sign.
 */
export function typedFigure({ unit, isOptional }: SheetColumn, text: string): string | null | undefined {
  const bare = text.trim().replace(unit === 'times' ? /\s*[x×]$/i : /$^/, '');
  if (bare === '') return isOptional ? null : '';
  const number = cellNumber(bare);
  if (typeof number === 'string' || number.point === null || number.currency !== '') return undefined;
  if (unit === 'rate') return fromPercent(number.point);
  return number.isPercent ? undefined : number.point;
}
