import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { readDuration } from '../../text/readDuration.ts';

/** How often what is left is told anew, in milliseconds. */
const STEP = 10_000;

/** How long it is until an instant, by the clock of this machine. */
export function TimeLeft({ until }: { until: string }) {
  const translate = useTranslate();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.floor((Date.parse(until) - now) / 1000);
  return <>{seconds <= 0 ? translate('time.over') : translate('time.left', { time: readDuration(seconds) })}</>;
}
