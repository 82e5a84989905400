import { readInstant, readInstantUnderUtc } from '../text/instants.ts';

/** An instant in UTC; the exact text travels along for machines. `isUnderUtc` where the heading names the zone. */
export function InstantField({ value, isUnderUtc = false }: { value: string | null; isUnderUtc?: boolean }) {
  if (value === null) return <span>–</span>;
  return (
    <time dateTime={value} title={value} style={{ whiteSpace: 'nowrap' }}>
      {isUnderUtc ? readInstantUnderUtc(value) : readInstant(value)}
    </time>
  );
}
