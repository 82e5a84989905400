import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { BookZonesResource } from '@backstop/contracts';
import { HashField } from '../../fields/HashField.tsx';
import { InstantField } from '../../fields/InstantField.tsx';
import { Facts } from '../../layout/Facts.tsx';
import { groupDigits } from '../../text/figures.ts';

/** Which book is looked at, how old it is, and what of it could not be judged. */
export function BookFacts({ book }: { book: BookZonesResource }) {
  const translate = useTranslate();
  const { snapshot, policySet, scopes, listed, notJudged } = book;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mb: 2 }}>
      <Facts
        facts={[
          { label: translate('accounts.as_of'), value: <InstantField value={snapshot.asOf} /> },
          { label: translate('accounts.recorded_at'), value: <InstantField value={snapshot.recordedAt} /> },
          { label: translate('accounts.count'), value: groupDigits(String(snapshot.accounts)) },
          { label: translate('accounts.scopes'), value: groupDigits(String(scopes)) },
          {
            label: translate('accounts.judged_by'),
            value: <HashField value={policySet} label={translate('accounts.judged_by')} />,
          },
        ]}
      />
      {notJudged === 0 ? null : (
        <Alert severity="warning" variant="outlined">
          {translate('accounts.not_judged', { smart_count: notJudged })}
        </Alert>
      )}
      {listed === scopes ? null : (
        <Alert severity="info" variant="outlined">
          {translate('accounts.not_listed', { listed: groupDigits(String(listed)) })}
        </Alert>
      )}
    </Box>
  );
}
