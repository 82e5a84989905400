import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { BookZonesResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { readInstant, readZone } from '../../text/instants.ts';
import { ZoneBar } from './ZoneBar.tsx';
import { zoneShares } from './zoneShares.ts';

/** The last books beside each other, the oldest on the left; each under the policies of its own instant. */
export function ZonesOverTime({ books }: { books: readonly BookZonesResource[] }) {
  const translate = useTranslate();
  const inTime = books.toReversed();
  const [first, last] = [inTime[0]?.snapshot.asOf ?? null, inTime.at(-1)?.snapshot.asOf ?? null];
  const isOneZone = first !== null && last !== null && readZone(first) === readZone(last);
  return (
    <Box component="section" aria-label={translate('now.over_time')} sx={{ mt: 2 }}>
      <Box sx={{ fontSize: '0.82rem', fontWeight: 600, mb: 0.75 }}>
        {translate('now.last_books', { smart_count: books.length })}
      </Box>
      <Box sx={{ display: 'flex', gap: 0.5 }}>
        {inTime.map((book) => (
          <ZoneBar
            key={book.snapshot.id}
            shares={zoneShares(book)}
            isUpright
            prefix={`${readInstant(book.snapshot.asOf)}: `}
          />
        ))}
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.76rem', mt: 0.5 }}>
        <InstantField value={first} isShort={isOneZone} />
        {' – '}
        <InstantField value={last} />
      </Box>
    </Box>
  );
}
