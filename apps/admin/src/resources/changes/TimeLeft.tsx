import { useTranslate } from 'react-admin';
import { readDuration } from '../../text/readDuration.ts';
import { useNow } from './useNow.ts';

/** How long it is until an instant, by the clock of this machine. */
export function TimeLeft({ until }: { until: string }) {
  const translate = useTranslate();
  const seconds = Math.floor((Date.parse(until) - useNow()) / 1000);
  return <>{seconds <= 0 ? translate('time.over') : translate('time.left', { time: readDuration(seconds) })}</>;
}
