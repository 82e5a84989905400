import { groupDigits } from '../../../text/figures.ts';
import { readZonedInstant } from '../../../text/instants.ts';
import { draftPlace } from './draftPlace.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Characters of a value that are shown beside others. */
const SHOWN = 400;

/** What stands at a place of a draft; that it is there, where that is a whole policy. */
export function placeValue(pointer: string, value: unknown, translate: Translate): string {
  const { policy, path, isInDocument } = draftPlace(pointer);
  if (value === null || value === undefined) return translate('versions.absent');
  if (value === true) return translate('merge.yes');
  if (value === false) return translate('merge.no');
  if (policy !== null && path === '' && !isInDocument) return translate('merge.there');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (path.startsWith('/effective')) return readZonedInstant(text);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : groupDigits(text);
}
