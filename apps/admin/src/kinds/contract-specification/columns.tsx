import { InstantField } from '../../fields/InstantField.tsx';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { ToneChip } from '../../fields/ToneChip.tsx';
import type { Column } from '../../layout/RowsTable.tsx';
import type { AssetRow, ContractRow } from '../../providers/useSpecification.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Columns of the contracts; what is not known says so and is never a 0. */
export function contractColumns(translate: Translate): Column<ContractRow>[] {
  const limit = (value: string | null, unit: string) => (
    <MoneyField value={value} unit={unit} absent={translate('specification.no_limit')} />
  );
  const step = (value: string | null, unit: string) => (
    <MoneyField value={value} unit={unit} absent={translate('specification.not_known')} />
  );
  return [
    {
      key: 'contract',
      label: translate('specification.contract'),
      read: (row) => row.contract,
      render: (row) => <strong>{row.contract}</strong>,
    },
    {
      key: 'listing',
      label: translate('specification.listing'),
      read: (row) => row.listing,
      render: (row) => (
        <ToneChip tone={row.listing === 'listed' ? 'healthy' : row.listing === 'delisted' ? 'neutral' : 'caution'}>
          {translate(`specification.${row.listing}`)}
        </ToneChip>
      ),
    },
    { key: 'type', label: translate('specification.type'), read: (row) => translate(`specification.${row.type}`) },
    { key: 'base', label: translate('specification.base'), read: (row) => row.base },
    { key: 'quote', label: translate('specification.quote'), read: (row) => row.quote },
    { key: 'settlementAsset', label: translate('specification.settlement_asset'), read: (row) => row.settlementAsset },
    {
      key: 'multiplier',
      label: translate('specification.multiplier'),
      align: 'right',
      read: (row) => row.multiplier,
      render: (row) => <MoneyField value={row.multiplier} unit={row.type === 'linear' ? row.base : row.quote} />,
    },
    {
      key: 'tickSize',
      label: translate('specification.tick'),
      align: 'right',
      read: (row) => row.tickSize ?? '',
      render: (row) => step(row.tickSize, row.quote),
    },
    {
      key: 'lotSize',
      label: translate('specification.lot'),
      align: 'right',
      read: (row) => row.lotSize ?? '',
      render: (row) => step(row.lotSize, translate('specification.contracts_unit')),
    },
    {
      key: 'positionSizeMax',
      label: translate('specification.position_max'),
      align: 'right',
      read: (row) => row.positionSizeMax ?? '',
      render: (row) => limit(row.positionSizeMax, translate('specification.contracts_unit')),
    },
    { key: 'group', label: translate('specification.group'), read: (row) => row.group },
    {
      key: 'expiresAt',
      label: translate('specification.expires'),
      read: (row) => row.expiresAt ?? '',
      render: (row) =>
        row.expiresAt === null ? translate('specification.perpetual') : <InstantField value={row.expiresAt} />,
    },
  ];
}

export function assetColumns(translate: Translate): Column<AssetRow>[] {
  return [
    {
      key: 'asset',
      label: translate('specification.asset'),
      read: (row) => row.asset,
      render: (row) => <strong>{row.asset}</strong>,
    },
    {
      key: 'precision',
      label: translate('specification.precision'),
      align: 'right',
      read: (row) => String(row.precision),
    },
  ];
}
