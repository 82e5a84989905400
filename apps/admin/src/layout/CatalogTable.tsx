import type { ReactNode } from 'react';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TablePagination from '@mui/material/TablePagination';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import { useTranslate } from 'react-admin';
import { Scroller } from './Scroller.tsx';
import type { CatalogView } from './useCatalogView.ts';
import { pagingWords } from './pagingWords.ts';

export interface CatalogColumn<Row> {
  readonly key: string;
  readonly label: string;
  readonly align?: 'left' | 'right';
  /** The API's name for sorting by it; left out where it cannot be sorted by. */
  readonly sort?: string;
  readonly render: (row: Row) => ReactNode;
  /** The first to go where room is short. */
  readonly isSpare?: boolean;
}

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly columns: readonly CatalogColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly view: CatalogView;
}

/** A page of rows that the service sorts and counts; which page, and by what, is in the address. */
export function CatalogTable<Row>({ label, rows, total, columns, keyOf, view }: Props<Row>) {
  const translate = useTranslate();
  return (
    <>
      <Scroller isRuled>
        <Table size="small" aria-label={label}>
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <TableCell
                  key={column.key}
                  align={column.align ?? 'left'}
                  sx={spare(column)}
                  sortDirection={column.sort !== undefined && view.sort === column.sort ? view.order : false}
                >
                  <Heading column={column} view={view} />
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={keyOf(row)} hover>
                {columns.map((column) => (
                  <TableCell key={column.key} align={column.align ?? 'left'} sx={spare(column)}>
                    {column.render(row)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Scroller>
      {total > view.limit ? (
        <TablePagination
          component="div"
          {...pagingWords(translate)}
          count={total}
          page={view.offset / view.limit}
          rowsPerPage={view.limit}
          rowsPerPageOptions={[view.limit]}
          onPageChange={(_, page) => view.turnTo(page)}
        />
      ) : null}
    </>
  );
}

function Heading<Row>({ column, view }: { column: CatalogColumn<Row>; view: CatalogView }) {
  const { sort, label } = column;
  if (sort === undefined) return label;
  return (
    <TableSortLabel
      active={view.sort === sort}
      direction={view.sort === sort ? view.order : 'asc'}
      onClick={() => view.sortBy(sort)}
    >
      {label}
    </TableSortLabel>
  );
}

function spare<Row>({ isSpare = false }: CatalogColumn<Row>) {
  return isSpare ? { display: { xs: 'none', lg: 'table-cell' } } : {};
}
