import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { BookZonesResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { ZoneChip } from '../../fields/ZoneChip.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { useBookZones } from '../../providers/useBookZones.ts';
import { groupDigits } from '../../text/figures.ts';
import { zonePath } from '../accounts/accountPath.ts';
import { BOOKS_SHOWN } from './alerts.ts';
import { ZoneBar } from './ZoneBar.tsx';
import { ZonesOverTime } from './ZonesOverTime.tsx';
import { zoneShares } from './zoneShares.ts';

/** The book by zone, now and over the last books. */
export function ZonesPanel() {
  const translate = useTranslate();
  const { data, error, refetch } = useBookZones(BOOKS_SHOWN);
  const [book] = data ?? [];
  return (
    <Panel
      title={translate('now.zones')}
      actions={
        book === undefined ? undefined : (
          <Button component={LinkBase} to="/accounts">
            {translate('now.accounts')}
          </Button>
        )
      }
    >
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading rows={3} /> : null}
      {data?.length === 0 ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.88rem' }}>{translate('now.no_book')}</Box>
      ) : null}
      {book === undefined ? null : <LastBook book={book} />}
      {data === undefined || data.length < 2 ? null : <ZonesOverTime books={data} />}
    </Panel>
  );
}

function LastBook({ book }: { book: BookZonesResource }) {
  const translate = useTranslate();
  const shares = zoneShares(book);
  return (
    <>
      <Box sx={{ color: 'text.secondary', fontSize: '0.82rem', mb: 1 }}>
        {translate('now.scopes', { smart_count: book.scopes })} <InstantField value={book.snapshot.asOf} />
      </Box>
      <ZoneBar shares={shares} />
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: 1, display: 'grid', gap: 0.5 }}>
        {shares.map(({ zone, actions, scopes }) => (
          <Box component="li" key={zone ?? ''} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <ZoneChip zone={zone} actions={actions} />
            <Link component={LinkBase} to={zonePath(zone)} sx={{ ml: 'auto', fontVariantNumeric: 'tabular-nums' }}>
              {groupDigits(String(scopes))}
            </Link>
          </Box>
        ))}
      </Box>
    </>
  );
}
