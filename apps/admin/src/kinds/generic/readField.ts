import { formatDuration } from '@backstop/core/venue';
import { asPercent, groupDigits } from '../../text/figures.ts';
import { figureUnit } from './editor/figureUnit.ts';
import { readScalar } from './readScalar.ts';

const FIGURE = /^-?\d+(?:\.\d+)?$/;

/** What a field holds with what it is counted in, as its name states it; amounts in the asset where one is known. */
export function readField(
  key: string,
  value: unknown,
  asset: string | null,
  translate: (key: string) => string,
): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !FIGURE.test(text)) return readScalar(value, translate);
  switch (figureUnit(key)) {
    case 'rate':
      return `${groupDigits(asPercent(text))} %`;
    case 'duration':
      return formatDuration(Number(text));
    case 'times':
      return `${groupDigits(text)} ×`;
    case 'amount':
      return asset === null ? groupDigits(text) : `${groupDigits(text)} ${asset}`;
    case 'contracts':
    case 'decimals':
    case 'price':
    case 'none':
      return groupDigits(text);
  }
}
