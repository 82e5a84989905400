import { useEffect } from 'react';
import Box from '@mui/material/Box';
import { FormProvider, useForm } from 'react-hook-form';
import type { Draft } from './draft.ts';
import { AccountFields } from './AccountFields.tsx';
import { CollateralRows } from './CollateralRows.tsx';
import { NameLists } from './NameLists.tsx';
import { OrderRows } from './OrderRows.tsx';
import { PositionRows } from './PositionRows.tsx';
import { AssetRows, ContractRows } from './MarketRows.tsx';
import { syncedMarket } from './syncedMarket.ts';

interface Props {
  /** What the form begins with; it is made anew (by its key) when an account comes from elsewhere. */
  readonly initial: Draft;
  readonly valuationAsset: string | null;
  readonly onChange: (draft: Draft) => void;
}

/** An account and its prices as sheets; rows of prices appear by themselves for what the account names. */
export function AccountForm({ initial, valuationAsset, onChange }: Props) {
  const form = useForm<Draft>({ defaultValues: initial });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => onChange(values) }),
    [form, onChange],
  );
  const syncMarket = (): void => {
    const draft = form.getValues();
    const { contracts, assets } = syncedMarket(draft, valuationAsset);
    if (!isSame(contracts, draft.contracts)) form.setValue('contracts', [...contracts]);
    if (!isSame(assets, draft.assets)) form.setValue('assets', [...assets]);
  };
  return (
    <FormProvider {...form}>
      <NameLists />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        <AccountFields />
        <Box
          sx={{
            display: 'grid',
            gap: 3,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 2fr) minmax(0, 3fr)' },
          }}
        >
          <CollateralRows onLeave={syncMarket} />
          <AssetRows />
          <ContractRows />
        </Box>
        <PositionRows onLeave={syncMarket} />
        <OrderRows onLeave={syncMarket} />
      </Box>
    </FormProvider>
  );
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
