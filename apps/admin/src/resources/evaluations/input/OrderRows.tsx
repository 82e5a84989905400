import { useTranslate } from 'react-admin';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { EMPTY_ORDER, type Draft } from './draft.ts';
import { DraftCell } from './DraftCell.tsx';
import { DraftTable } from './DraftTable.tsx';
import { CONTRACT_LIST } from './NameLists.tsx';

/** Open orders, one a row: they need initial margin too. */
export function OrderRows({ onLeave }: { onLeave: () => void }) {
  const translate = useTranslate();
  const { register } = useFormContext<Draft>();
  const { fields, append, remove } = useFieldArray<Draft, 'openOrders'>({ name: 'openOrders' });
  const cell = (key: string, index: number): string =>
    translate('evaluate.cell', {
      column: translate(`evaluate.${key}`),
      table: translate('evaluate.orders'),
      row: index + 1,
    });
  return (
    <DraftTable
      title={translate('evaluate.orders')}
      columns={[
        { label: translate('evaluate.contract'), width: '136px' },
        { label: translate('evaluate.side'), width: '82px' },
        { label: translate('evaluate.size'), width: '104px', align: 'right', note: translate('evaluate.above_zero') },
        { label: translate('evaluate.price'), width: '112px', align: 'right', note: translate('evaluate.in_quote') },
        { label: translate('evaluate.margin'), width: '100px' },
        { label: translate('evaluate.reduceOnly'), width: '100px' },
      ]}
      keys={fields.map(({ id }) => id)}
      renderCells={(index) => (
        <>
          <DraftCell
            name={`openOrders.${index}.contract`}
            label={cell('contract', index)}
            list={CONTRACT_LIST}
            placeholder="BTCUSDT"
            onLeave={onLeave}
          />
          <DraftCell name={`openOrders.${index}.side`} label={cell('side', index)}>
            <option>buy</option>
            <option>sell</option>
          </DraftCell>
          <DraftCell name={`openOrders.${index}.size`} label={cell('size', index)} align="right" />
          <DraftCell name={`openOrders.${index}.price`} label={cell('price', index)} align="right" onLeave={onLeave} />
          <DraftCell name={`openOrders.${index}.margin`} label={cell('margin', index)}>
            <option>cross</option>
            <option>isolated</option>
          </DraftCell>
          <td>
            <input
              type="checkbox"
              aria-label={cell('reduceOnly', index)}
              {...register(`openOrders.${index}.reduceOnly`)}
              style={{ width: 18, height: 18, margin: 8 }}
            />
          </td>
        </>
      )}
      onAdd={() => append({ ...EMPTY_ORDER })}
      addLabel={translate('evaluate.add_order')}
      onRemove={remove}
      removeLabel={(index) => translate('evaluate.remove_row', { table: translate('evaluate.orders'), row: index + 1 })}
      empty={translate('evaluate.no_orders')}
    />
  );
}
