import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { Scroller } from '../../../layout/Scroller.tsx';
import { ChoiceInput } from './ChoiceInput.tsx';
import { Surrounded, useSurroundings } from './EditorContext.ts';
import { FigureInput } from './FigureInput.tsx';
import { fieldLabel } from './fieldWords.ts';
import { isRecord } from '../../../text/isRecord.ts';
import type { RowActs } from './rowActs.ts';
import { RowButtons } from './RowButtons.tsx';
import type { RowColumn } from './rowColumns.ts';

interface Props extends RowActs {
  readonly label: string;
  readonly pointer: string;
  readonly columns: readonly RowColumn[];
  readonly rows: readonly unknown[];
  /** Places of the rows on this page. */
  readonly shown: readonly number[];
}

/** Rows of a few figures as a sheet; what a column means stands under its name. */
export function RowsSheet({ label, pointer, columns, rows, shown, ...acts }: Props) {
  const translate = useTranslate();
  return (
    <Scroller label={label}>
      <Box component="table" aria-label={label} data-rows sx={sheet}>
        <thead>
          <tr>
            <td />
            {columns.map(({ name, field }) => (
              <th scope="col" key={name}>
                {fieldLabel(name, translate)}
                <Box sx={{ fontWeight: 400, color: 'text.secondary', maxWidth: 300 }}>{field.sentence}</Box>
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((index) => (
            <SheetRow
              key={index}
              index={index}
              count={rows.length}
              label={label}
              pointer={`${pointer}/${String(index)}`}
              columns={columns}
              row={rows[index]}
              {...acts}
            />
          ))}
        </tbody>
      </Box>
    </Scroller>
  );
}

interface RowProps extends RowActs {
  readonly index: number;
  readonly count: number;
  readonly label: string;
  readonly pointer: string;
  readonly columns: readonly RowColumn[];
  readonly row: unknown;
}

function SheetRow({ index, count, label, pointer, columns, row, onChange, ...acts }: RowProps) {
  const translate = useTranslate();
  const surroundings = useSurroundings();
  const held = isRecord(row) ? row : {};
  const asset = typeof held['asset'] === 'string' ? held['asset'] : surroundings.asset;
  const of = translate('editor.row', { label, row: index + 1 });
  const change = (name: string, next: unknown): void => {
    const { [name]: _, ...rest } = held;
    onChange(index, next === undefined ? rest : { ...held, [name]: next });
  };
  return (
    <Surrounded value={{ ...surroundings, asset }}>
      <tr data-pointer={pointer}>
        <th scope="row">{index + 1}</th>
        {columns.map(({ name, schema, field, isRequired }) => {
          const cell = {
            name,
            label: translate('editor.field_of', { field: fieldLabel(name, translate), of }),
            pointer: `${pointer}/${name}`,
            schema,
            value: held[name],
            isRequired,
            field,
            isInTable: true,
            onChange: (next: unknown) => change(name, next),
          };
          return (
            <td key={name}>
              {field.shape.type === 'choice' ? (
                <ChoiceInput {...cell} options={field.shape.options} />
              ) : (
                <FigureInput {...cell} />
              )}
            </td>
          );
        })}
        <td style={{ whiteSpace: 'nowrap' }}>
          <RowButtons index={index} count={count} name={of} {...acts} />
        </td>
      </tr>
    </Surrounded>
  );
}

const sheet = {
  borderCollapse: 'collapse',
  '& th, & td': { p: 0.5, verticalAlign: 'top', textAlign: 'left' },
  '& th': { fontSize: '0.78rem', fontWeight: 600 },
  '& tbody th': { verticalAlign: 'middle', color: 'text.secondary' },
  '& td > .MuiTextField-root': { minWidth: 150 },
} as const;
