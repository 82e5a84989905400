import { readInstant, readLocalInstant, readZonedInstant } from '../text/instants.ts';

/**
 * An instant in the reader's zone, which is named; on hover in UTC, and the exact text travels along for machines.
 * `isShort` leaves the zone to the hover, for columns of instants.
 */
export function InstantField({ value, isShort = false }: { value: string | null; isShort?: boolean }) {
  if (value === null) return <span>–</span>;
  return (
    <time dateTime={value} title={readInstant(value)} style={{ whiteSpace: 'nowrap' }}>
      {isShort ? readLocalInstant(value) : readZonedInstant(value)}
    </time>
  );
}
