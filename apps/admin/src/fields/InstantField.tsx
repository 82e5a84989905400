import { readInstant } from '../text/instants.ts';

/** An instant in UTC; the exact text travels along for machines. */
export function InstantField({ value }: { value: string | null }) {
  if (value === null) return <span>–</span>;
  return (
    <time dateTime={value} title={value} style={{ whiteSpace: 'nowrap' }}>
      {readInstant(value)}
    </time>
  );
}
