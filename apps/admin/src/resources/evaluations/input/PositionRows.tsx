import { useTranslate } from 'react-admin';
import { useFieldArray } from 'react-hook-form';
import { EMPTY_POSITION, type Draft } from './draft.ts';
import { DraftCell } from './DraftCell.tsx';
import { DraftTable } from './DraftTable.tsx';
import { CONTRACT_LIST } from './NameLists.tsx';

const SIDES = ['net', 'long', 'short'] as const;
const MARGINS = ['cross', 'isolated'] as const;

/** Open positions, one a row. */
export function PositionRows({ onLeave }: { onLeave: () => void }) {
  const translate = useTranslate();
  const { fields, append, remove } = useFieldArray<Draft, 'positions'>({ name: 'positions' });
  const cell = (key: string, index: number): string =>
    translate('evaluate.cell', {
      column: translate(`evaluate.${key}`),
      table: translate('evaluate.positions'),
      row: index + 1,
    });
  return (
    <DraftTable
      title={translate('evaluate.positions')}
      columns={[
        { label: translate('evaluate.contract'), width: '136px' },
        { label: translate('evaluate.side'), width: '82px' },
        { label: translate('evaluate.size'), width: '104px', align: 'right', note: translate('evaluate.signed') },
        {
          label: translate('evaluate.entryPrice'),
          width: '112px',
          align: 'right',
          note: translate('evaluate.in_quote'),
        },
        { label: translate('evaluate.leverage'), width: '84px', align: 'right', note: '×' },
        { label: translate('evaluate.margin'), width: '100px' },
        {
          label: translate('evaluate.isolatedMargin'),
          width: '124px',
          align: 'right',
          note: translate('evaluate.in_settlement'),
        },
        {
          label: translate('evaluate.pendingFunding'),
          width: '124px',
          align: 'right',
          note: translate('evaluate.in_settlement'),
        },
      ]}
      keys={fields.map(({ id }) => id)}
      renderCells={(index) => (
        <>
          <DraftCell
            name={`positions.${index}.contract`}
            label={cell('contract', index)}
            list={CONTRACT_LIST}
            placeholder="BTCUSDT"
            onLeave={onLeave}
          />
          <DraftCell name={`positions.${index}.side`} label={cell('side', index)}>
            {SIDES.map((side) => (
              <option key={side}>{side}</option>
            ))}
          </DraftCell>
          <DraftCell name={`positions.${index}.size`} label={cell('size', index)} align="right" placeholder="-1.5" />
          <DraftCell
            name={`positions.${index}.entryPrice`}
            label={cell('entryPrice', index)}
            align="right"
            onLeave={onLeave}
          />
          <DraftCell
            name={`positions.${index}.leverage`}
            label={cell('leverage', index)}
            align="right"
            placeholder={translate('evaluate.largest')}
          />
          <DraftCell name={`positions.${index}.margin`} label={cell('margin', index)}>
            {MARGINS.map((margin) => (
              <option key={margin}>{margin}</option>
            ))}
          </DraftCell>
          <DraftCell name={`positions.${index}.isolatedMargin`} label={cell('isolatedMargin', index)} align="right" />
          <DraftCell
            name={`positions.${index}.pendingFunding`}
            label={cell('pendingFunding', index)}
            align="right"
            placeholder="0"
          />
        </>
      )}
      onAdd={() => append({ ...EMPTY_POSITION })}
      addLabel={translate('evaluate.add_position')}
      onRemove={remove}
      removeLabel={(index) =>
        translate('evaluate.remove_row', { table: translate('evaluate.positions'), row: index + 1 })
      }
      empty={translate('evaluate.no_positions')}
    />
  );
}
