import { useTranslate } from 'react-admin';
import { useFieldArray } from 'react-hook-form';
import { EMPTY_ASSET_MARKET, EMPTY_CONTRACT_MARKET, type Draft } from './draft.ts';
import { DraftCell } from './DraftCell.tsx';
import { DraftTable } from './DraftTable.tsx';
import { ASSET_LIST, CONTRACT_LIST } from './NameLists.tsx';

/** Prices of contracts: a row appears for each contract that the account names. */
export function ContractRows() {
  const translate = useTranslate();
  const { fields, append, remove } = useFieldArray<Draft, 'contracts'>({ name: 'contracts' });
  const cell = (key: string, index: number): string =>
    translate('evaluate.cell', {
      column: translate(`evaluate.${key}`),
      table: translate('evaluate.contract_prices'),
      row: index + 1,
    });
  return (
    <DraftTable
      title={translate('evaluate.contract_prices')}
      columns={[
        { label: translate('evaluate.contract'), width: '124px' },
        {
          label: translate('evaluate.markPrice'),
          width: '104px',
          align: 'right',
          note: translate('evaluate.in_quote'),
        },
        {
          label: translate('evaluate.indexPrice'),
          width: '104px',
          align: 'right',
          note: translate('evaluate.in_quote'),
        },
      ]}
      keys={fields.map(({ id }) => id)}
      renderCells={(index) => (
        <>
          <DraftCell name={`contracts.${index}.contract`} label={cell('contract', index)} list={CONTRACT_LIST} />
          <DraftCell name={`contracts.${index}.markPrice`} label={cell('markPrice', index)} align="right" />
          <DraftCell
            name={`contracts.${index}.indexPrice`}
            label={cell('indexPrice', index)}
            align="right"
            placeholder={translate('evaluate.optional')}
          />
        </>
      )}
      onAdd={() => append({ ...EMPTY_CONTRACT_MARKET })}
      addLabel={translate('evaluate.add_price')}
      onRemove={remove}
      removeLabel={(index) =>
        translate('evaluate.remove_row', { table: translate('evaluate.contract_prices'), row: index + 1 })
      }
      empty={translate('evaluate.no_contract_prices')}
    />
  );
}

/** Prices of assets: a row appears for each asset held. */
export function AssetRows() {
  const translate = useTranslate();
  const { fields, append, remove } = useFieldArray<Draft, 'assets'>({ name: 'assets' });
  const cell = (key: string, index: number): string =>
    translate('evaluate.cell', {
      column: translate(`evaluate.${key}`),
      table: translate('evaluate.asset_prices'),
      row: index + 1,
    });
  return (
    <DraftTable
      title={translate('evaluate.asset_prices')}
      columns={[
        { label: translate('evaluate.asset'), width: '96px' },
        {
          label: translate('evaluate.price'),
          width: '104px',
          align: 'right',
          note: translate('evaluate.in_valuation'),
        },
      ]}
      keys={fields.map(({ id }) => id)}
      renderCells={(index) => (
        <>
          <DraftCell name={`assets.${index}.asset`} label={cell('asset', index)} list={ASSET_LIST} />
          <DraftCell name={`assets.${index}.price`} label={cell('price', index)} align="right" />
        </>
      )}
      onAdd={() => append({ ...EMPTY_ASSET_MARKET })}
      addLabel={translate('evaluate.add_price')}
      onRemove={remove}
      removeLabel={(index) =>
        translate('evaluate.remove_row', { table: translate('evaluate.asset_prices'), row: index + 1 })
      }
      empty={translate('evaluate.no_asset_prices')}
    />
  );
}
