import { describe, expect, it } from 'vitest';
import { pastedCells } from './pastedCells.ts';
import { problemPlaces } from './problemPlaces.ts';
import { shownIn, TABLES, typedIn, unitOf, type TableColumn } from './tableColumns.ts';
import { changedCells, rowsWith, withCells } from './tableRows.ts';

const column = (field: string): TableColumn => TABLES.contracts.find((one) => one.field === field)!;
const word = (key: string): string => key;

describe('a cell of the contracts', () => {
  it.each([
    ['tickSize', '0.01', '0.01'],
    ['tickSize', '', null],
    ['lotSize', '1,250', '1250'],
    // Not surely thousands: it is for the core to refuse.
    ['tickSize', '0,01', '0,01'],
    ['multiplier', '', undefined],
    ['group', '', undefined],
    ['contract', '', ''],
    ['expiresAt', '2026-12-25', '2026-12-25T00:00:00Z'],
    ['expiresAt', '2026-12-25 08:00', '2026-12-25T08:00:00Z'],
    ['expiresAt', '2026-12-25T08:00:30Z', '2026-12-25T08:00:30Z'],
    ['expiresAt', '25.12.2026', '25.12.2026'],
    ['expiresAt', '', null],
  ])('of %s states of %j %j', (field, typed, stated) => {
    expect(typedIn(column(field), typed)).toBe(stated);
  });

  it('shows what holds where nothing is stated, and its unit', () => {
    expect(shownIn(column('listing'), {}, word)).toBe('listed');
    expect(shownIn(column('tickSize'), { tickSize: '1234.5' }, word)).toBe('1,234.5');
    const row = { type: 'linear', base: 'BTC', quote: 'USDT' };
    expect(unitOf(column('multiplier'), row, word)).toBe('BTC');
    expect(unitOf(column('multiplier'), { ...row, type: 'inverse' }, word)).toBe('USDT');
    expect(unitOf(column('tickSize'), row, word)).toBe('USDT');
    expect(unitOf(column('lotSize'), row, word)).toBe('contracts_unit');
  });
});

describe('rows of a table', () => {
  it('are found by every word, in any order', () => {
    expect(rowsWith(['btcusdc usdc listed', 'btcusdt usdt listed'], ' Listed  USDC')).toEqual([0]);
    expect(rowsWith(['a', 'b'], '')).toEqual([0, 1]);
  });

  it('take cells beyond their end as rows that state what they must, and forget what states nothing', () => {
    const rows = withCells(
      [{ asset: 'BTC', precision: 8 }],
      [
        { row: 0, field: 'precision', value: undefined },
        { row: 1, field: 'asset', value: 'ETH' },
      ],
      TABLES.assets,
    );
    expect(rows).toEqual([{ asset: 'BTC' }, { asset: 'ETH', precision: '' }]);
  });

  it('are held against the row of the same name, wherever it stands', () => {
    const before = [
      { contract: 'A', group: 'A', tickSize: null },
      { contract: 'B', group: 'x' },
    ];
    const columns = [column('contract'), column('group'), column('tickSize')];
    const rows = [{ contract: 'B', group: 'y' }, { contract: 'A' }, { contract: 'C' }];
    expect([...changedCells(rows, before, columns)]).toEqual(['0:group', '2:contract', '2:group', '2:tickSize']);
    expect(changedCells(rows, null, columns).size).toBe(0);
  });
});

describe('a block of a spreadsheet', () => {
  const columns = [column('contract'), column('tickSize'), column('lotSize')];

  it('is read by the mark that its own figures show', () => {
    expect(pastedCells([['BTCUSDT', '0,01', '1.000']], columns, null)).toEqual({
      outcome: 'read',
      values: [['BTCUSDT', '0.01', '1000']],
    });
    expect(pastedCells([['BTCUSDT', '0.01', '1,000']], columns, null)).toEqual({
      outcome: 'read',
      values: [['BTCUSDT', '0.01', '1000']],
    });
  });

  it('is asked about where a thousand may be one', () => {
    const cells = [['BTCUSDT', '', '1.000']];
    expect(pastedCells(cells, columns, null)).toEqual({ outcome: 'asked', sample: '1.000', readings: ['1', '1000'] });
    expect(pastedCells(cells, columns, 'comma')).toEqual({ outcome: 'read', values: [['BTCUSDT', null, '1000']] });
  });

  it('leaves what is no figure to the core, and takes a choice in any case', () => {
    const read = pastedCells([['Reduce only', 'many']], [column('listing'), column('tickSize')], null);
    expect(read).toEqual({ outcome: 'read', values: [['reduce-only', 'many']] });
  });

  it.each(['5 EUR', '$5', '1.23E+06', '5 %'])('takes %s for no figure: the core refuses it at its cell', (text) => {
    expect(pastedCells([[text]], [column('tickSize')], null)).toEqual({ outcome: 'read', values: [[text]] });
  });
});

describe('a problem', () => {
  const contract = (name: string, quote: string) => ({
    ...{ contract: name, type: 'linear', base: 'BTC', quote, settlementAsset: 'USDT' },
  });
  const assets = [{ asset: 'USDT', precision: 8 }];
  const problem = (path: string) => ({ code: 'x', path, message: 'wrong', suggestion: 'right' });

  it('of the rules is at the row that the core sorted there', () => {
    const document = { assets, contracts: [contract('Z', 'USDT'), contract('A', 'BTC')] };
    expect(problemPlaces(document, [problem('/contracts/0/quote')])).toMatchObject([
      { table: 'contracts', row: 1, field: 'quote', message: 'wrong (right)' },
    ]);
  });

  it('of the shape is at the row as it is written', () => {
    const document = { assets, contracts: [contract('Z', ''), contract('A', 'USDT')] };
    expect(problemPlaces(document, [problem('/contracts/0/quote'), problem('/contracts')])).toMatchObject([
      { row: 0, field: 'quote' },
      { row: null, field: null },
    ]);
  });
});
