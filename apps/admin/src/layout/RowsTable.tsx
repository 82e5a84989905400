import { useMemo, useState, type ReactNode } from 'react';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TablePagination from '@mui/material/TablePagination';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import { useTranslate } from 'react-admin';
import { Empty } from './Empty.tsx';
import { Scroller } from './Scroller.tsx';
import { pagingWords } from './pagingWords.ts';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly align?: 'left' | 'right';
  /** What the column is sorted and searched by. */
  readonly read: (row: Row) => string;
  readonly render?: (row: Row) => ReactNode;
}

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Only rows with this text in any column. */
  readonly sought?: string;
  /** As wide as its columns need: few of them far apart are hard to follow. */
  readonly isFitted?: boolean;
}

const PAGE = 50;

/** Rows that are all here already: searched, sorted and paged on the spot. */
export function RowsTable<Row>({ label, rows, columns, keyOf, sought = '', isFitted = false }: Props<Row>) {
  const translate = useTranslate();
  const [sort, setSort] = useState<{ key: string; isDescending: boolean } | null>(null);
  const [page, setPage] = useState(0);
  const shown = useMemo(() => arranged(rows, columns, sought, sort), [rows, columns, sought, sort]);
  const lastPage = Math.max(0, Math.ceil(shown.length / PAGE) - 1);
  const at = Math.min(page, lastPage);
  return (
    <>
      <Scroller>
        <Table size="small" aria-label={label} sx={isFitted ? [cells, fitted] : cells}>
          <TableHead>
            <TableRow>
              {columns.map((column) => {
                const direction = sort?.key === column.key ? (sort.isDescending ? 'desc' : 'asc') : false;
                return (
                  <TableCell key={column.key} align={column.align ?? 'left'} sortDirection={direction}>
                    <TableSortLabel
                      active={direction !== false}
                      direction={direction === false ? 'asc' : direction}
                      onClick={() => setSort({ key: column.key, isDescending: direction === 'asc' })}
                    >
                      {column.label}
                    </TableSortLabel>
                  </TableCell>
                );
              })}
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.slice(at * PAGE, (at + 1) * PAGE).map((row) => (
              <TableRow key={keyOf(row)} hover>
                {columns.map((column) => (
                  <TableCell key={column.key} align={column.align ?? 'left'}>
                    {column.render?.(row) ?? column.read(row)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Scroller>
      {shown.length === 0 ? <Empty title={translate('rows.none')} /> : null}
      {shown.length > PAGE ? (
        <TablePagination
          component="div"
          {...pagingWords(translate)}
          count={shown.length}
          page={at}
          rowsPerPage={PAGE}
          rowsPerPageOptions={[PAGE]}
          onPageChange={(_, next) => setPage(next)}
        />
      ) : null}
    </>
  );
}

function arranged<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sought: string,
  sort: { key: string; isDescending: boolean } | null,
): readonly Row[] {
  const text = sought.trim().toLowerCase();
  const found =
    text === '' ? rows : rows.filter((row) => columns.some(({ read }) => read(row).toLowerCase().includes(text)));
  const column = columns.find(({ key }) => key === sort?.key);
  if (column === undefined || sort === null) return found;
  const sign = sort.isDescending ? -1 : 1;
  return found.toSorted((a, b) => sign * column.read(a).localeCompare(column.read(b), 'en', { numeric: true }));
}

const cells = { '& td': { whiteSpace: 'nowrap', py: '4px' }, '& td, & th': { px: '10px' } } as const;

const fitted = { width: 'auto', minWidth: 'min(100%, 360px)', '& td, & th': { pl: '10px', pr: '36px' } } as const;
