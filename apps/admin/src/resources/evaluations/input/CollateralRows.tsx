import { useTranslate } from 'react-admin';
import { useFieldArray } from 'react-hook-form';
import { EMPTY_COLLATERAL, type Draft } from './draft.ts';
import { DraftCell } from './DraftCell.tsx';
import { DraftTable } from './DraftTable.tsx';
import { ASSET_LIST } from './NameLists.tsx';

/** What the account holds, an asset a row. */
export function CollateralRows({ onLeave }: { onLeave: () => void }) {
  const translate = useTranslate();
  const { fields, append, remove } = useFieldArray<Draft, 'collateral'>({ name: 'collateral' });
  const cell = (key: string, index: number): string =>
    translate('evaluate.cell', {
      column: translate(`evaluate.${key}`),
      table: translate('evaluate.collateral'),
      row: index + 1,
    });
  return (
    <DraftTable
      title={translate('evaluate.collateral')}
      columns={[
        { label: translate('evaluate.asset'), width: '96px' },
        { label: translate('evaluate.balance'), width: '120px', align: 'right', note: translate('evaluate.in_asset') },
      ]}
      keys={fields.map(({ id }) => id)}
      renderCells={(index) => (
        <>
          <DraftCell
            name={`collateral.${index}.asset`}
            label={cell('asset', index)}
            list={ASSET_LIST}
            placeholder="USDT"
            onLeave={onLeave}
          />
          <DraftCell name={`collateral.${index}.balance`} label={cell('balance', index)} align="right" />
        </>
      )}
      onAdd={() => append({ ...EMPTY_COLLATERAL })}
      addLabel={translate('evaluate.add_collateral')}
      onRemove={remove}
      removeLabel={(index) =>
        translate('evaluate.remove_row', { table: translate('evaluate.collateral'), row: index + 1 })
      }
      empty={translate('evaluate.no_collateral')}
    />
  );
}
