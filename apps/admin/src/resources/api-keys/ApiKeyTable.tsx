import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ApiKeyResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { ToneChip } from '../../fields/ToneChip.tsx';
import { CatalogTable, type CatalogColumn } from '../../layout/CatalogTable.tsx';
import type { Tone } from '../../layout/palette.ts';
import { MONO } from '../../layout/theme.ts';
import type { CatalogView } from '../../layout/useCatalogView.ts';
import { readZonedInstant } from '../../text/instants.ts';
import { ApiKeyActs } from './ApiKeyActs.tsx';

interface Props {
  readonly keys: readonly ApiKeyResource[];
  readonly total: number;
  readonly view: CatalogView;
}

const TONES: Readonly<Record<ApiKeyResource['status'], Tone>> = {
  active: 'healthy',
  expired: 'neutral',
  revoked: 'danger',
};

/** A key a row, never with its secret. */
export function ApiKeyTable({ keys, total, view }: Props) {
  const translate = useTranslate();
  const columns: readonly CatalogColumn<ApiKeyResource>[] = [
    { key: 'name', label: translate('keys.name'), sort: 'name', render: (key) => <KeyName apiKey={key} /> },
    { key: 'scopes', label: translate('keys.scopes'), render: ({ scopes }) => <Scopes scopes={scopes} /> },
    {
      key: 'expiresAt',
      label: translate('keys.expires'),
      sort: 'expiresAt',
      render: (key) => <WorksUntil apiKey={key} />,
    },
    {
      key: 'lastUsedAt',
      label: translate('keys.last_used'),
      sort: 'lastUsedAt',
      render: ({ lastUsedAt }) =>
        lastUsedAt === null ? translate('people.never') : <InstantField value={lastUsedAt} isShort />,
    },
    {
      key: 'createdAt',
      label: translate('keys.created'),
      sort: 'createdAt',
      isSpare: true,
      render: ({ createdAt }) => <InstantField value={createdAt} isShort />,
    },
    { key: 'acts', label: translate('keys.acts'), render: (key) => <ApiKeyActs apiKey={key} /> },
  ];
  return (
    <CatalogTable
      label={translate('keys.title')}
      rows={keys}
      total={total}
      columns={columns}
      keyOf={({ id }) => id}
      view={view}
    />
  );
}

function KeyName({ apiKey }: { apiKey: ApiKeyResource }) {
  const translate = useTranslate();
  return (
    <>
      <Box sx={{ fontWeight: 600, minWidth: { xs: 88, lg: 128 } }}>
        {apiKey.name}{' '}
        {apiKey.demo ? (
          <ToneChip tone="unknown" outlined>
            {translate('people.demo')}
          </ToneChip>
        ) : null}
      </Box>
      <Box sx={{ fontFamily: MONO, fontSize: '0.72rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {apiKey.id}
      </Box>
    </>
  );
}

function Scopes({ scopes }: { scopes: readonly string[] }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      {scopes.map((scope) => (
        <ToneChip key={scope} tone="neutral" outlined>
          {scope}
        </ToneChip>
      ))}
    </Box>
  );
}

/** Until when a key works or worked, and how long the secret before still does. */
function WorksUntil({ apiKey }: { apiKey: ApiKeyResource }) {
  const translate = useTranslate();
  const { status, expiresAt, revokedAt, overlapUntil } = apiKey;
  return (
    <>
      <ToneChip tone={TONES[status]}>{translate(`keys.status_${status}`)}</ToneChip>
      <Box sx={{ mt: 0.25 }}>
        <InstantField value={status === 'revoked' ? revokedAt : expiresAt} isShort />
      </Box>
      {overlapUntil === null || status !== 'active' ? null : (
        <Box sx={{ fontSize: '0.78rem', color: 'text.secondary', mt: 0.25 }}>
          {translate('keys.overlap', { instant: readZonedInstant(overlapUntil) })}
        </Box>
      )}
    </>
  );
}
