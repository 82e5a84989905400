import { describe, expect, test } from 'vitest';
import { clipboardCells, clipboardText } from '../../sheet/clipboardCells.ts';
import { matchHeadings } from './matchHeadings.ts';
import { readBlock, type BlockAnswers } from './readBlock.ts';
import { sheetOf } from './sheetColumns.ts';

const { columns } = sheetOf({ model: 'step', basis: 'notional', tiers: [] })!;
const read = (text: string, answers: BlockAnswers = {}) =>
  readBlock(clipboardCells(text), { columns, asset: 'USDT', answers });

const LADDER = [
  ['0', '50000', '0.004', null, '125'],
  ['50000', '600000', '0.005', null, '100'],
  ['600000', null, '0.0125', null, '50'],
];

describe('blocks as spreadsheets put them into the clipboard', () => {
  test.each([
    ['Excel, English', '0\t50,000\t0.40%\t\t125\r\n50,000\t600,000\t0.50%\t\t100\r\n600,000\t\t1.25%\t\t50\r\n'],
    ['Excel, German', '0\t50.000\t0,40%\t\t125\r\n50.000\t600.000\t0,50%\t\t100\r\n600.000\t\t1,25%\t\t50\r\n'],
    [
      'Excel, French',
      '0\t50\u202f000\t0,40%\t\t125\r\n50\u202f000\t600\u202f000\t0,50%\t\t100\r\n600\u202f000\t\t1,25%\t\t50\r\n',
    ],
    ['Excel, accounts', ' $-   \t $50,000.00 \t0.40%\t\t125\r\n'],
    ['LibreOffice', '0\t50000\t0.4 %\t\t125\n50000\t600000\t0.5 %\t\t100\n600000\t\t1.25 %\t\t50\n'],
    ['Google Sheets', '0\t50,000\t0.40%\t\t125\n50,000\t600,000\t0.50%\t\t100\n600,000\t∞\t1.25%\t\t50'],
    [
      'quoted cells',
      '"0"\t"50,000"\t"0.40%"\t""\t"125x"\n50,000\t600,000 USDT\t0.50%\t\t100x\n600,000\t–\t1.25%\t-\t50×\n',
    ],
  ])('%s', (name, text) => {
    const block = read(text);
    if (name === 'Excel, accounts') {
      // An accountant's dash for 0 is no number: it may as well be nothing.
      expect(block).toMatchObject({ outcome: 'refused', refusals: [{ row: 0, column: 0 }] });
      return;
    }
    expect(block).toEqual({ outcome: 'read', values: LADDER, rounded: 0 });
  });
});

test('a thousand or one is asked where nothing in the block decides it, and both readings are shown', () => {
  expect(read('0\t1.000')).toEqual({
    outcome: 'asked',
    questions: [{ about: 'mark', field: null, sample: '1.000', readings: ['1', '1000'] }],
  });
  expect(read('0\t1.000', { mark: 'comma' })).toMatchObject({ values: [['0', '1000']] });
  expect(read('0\t1.000', { mark: 'point' })).toMatchObject({ values: [['0', '1']] });
  expect(read('0\t1,000\t0.5%')).toMatchObject({ values: [['0', '1000', '0.005']] });
  expect(read('0\t1,000\t0,5%')).toMatchObject({ values: [['0', '1', '0.005']] });
});

test('a rate without a percent sign is asked for, unless it is 0', () => {
  expect(read('0\t50000\t0.5')).toEqual({
    outcome: 'asked',
    questions: [{ about: 'bare_rate', field: 'maintenanceMarginRate', sample: '0.5', readings: ['50', '0.5'] }],
  });
  expect(read('0\t50000\t0.5', { bareRates: { maintenanceMarginRate: 'percent' } })).toMatchObject({
    values: [['0', '50000', '0.005']],
  });
  expect(read('0\t50000\t0.5', { bareRates: { maintenanceMarginRate: 'fraction' } })).toMatchObject({
    values: [['0', '50000', '0.5']],
  });
  expect(read('0\t50000\t0')).toMatchObject({ outcome: 'read' });
});

test('each column of rates is asked about by itself: what is percent in one may be a fraction in the next', () => {
  expect(read('0\t50000\t0.5\t0.01')).toMatchObject({
    outcome: 'asked',
    questions: [{ field: 'maintenanceMarginRate' }, { field: 'initialMarginRate' }],
  });
  const answered = { bareRates: { maintenanceMarginRate: 'percent', initialMarginRate: 'fraction' } } as const;
  expect(read('0\t50000\t0.5\t0.01', answered)).toMatchObject({ values: [['0', '50000', '0.005', '0.01']] });
});

test.each([
  ['0\t5%', 1, 'percent_of_amount'],
  ['0\t50000 EUR', 1, 'other_currency'],
  ['0\t€50000', 1, 'other_currency'],
  ['\t50000', 0, 'number_required'],
  ['0\t1,5\t0.5%', 1, 'marks_disagree'],
  ['0\t5\t$0.5', 2, 'not_a_rate'],
  ['0\t5\t50bps', 2, 'not_a_rate'],
  ['0\t5\t1%\t\t1\t0\t7', 6, 'too_many_columns'],
  ['0\t#REF!', 1, 'error_value'],
])('%j is refused at column %i: %s', (text, column, code) => {
  expect(read(text)).toMatchObject({ outcome: 'refused', refusals: [{ row: 0, column, code }] });
});

test('scientific numbers are told, since a spreadsheet shows rounded ones so', () => {
  expect(read('0\t1.2E+06')).toEqual({ outcome: 'read', values: [['0', '1200000']], rounded: 1 });
});

test('what is copied out is read back as it was, without a question', () => {
  const text = clipboardText([
    ['0', '50000', '0.4%', '', '125'],
    ['50000', '1000.5', '12.345678%', '1%', ''],
  ]);
  expect(read(text)).toMatchObject({ values: [LADDER[0], ['50000', '1000.5', '0.12345678', '0.01', null]] });
});

test('headings place columns; those of the console say that rates are fractions', () => {
  const cells = clipboardCells('maintenanceMarginRate\tNotes\tnotionalFloor\n0.004\tfirst\t0');
  expect(matchHeadings(cells, columns, {})).toMatchObject({
    columns: [{ field: 'maintenanceMarginRate' }, { field: 'notionalFloor' }],
    cells: [['0.004', '0']],
    isOwn: true,
  });
  expect(matchHeadings([['From notional (USDT)'], ['0']], columns, { notionalFloor: 'From notional' })).toMatchObject({
    columns: [{ field: 'notionalFloor' }],
    isOwn: false,
  });
  expect(matchHeadings([['0', '5']], columns, {})).toBeNull();
});

test('a heading that is no field is told, and one that stands twice makes none of them headings', () => {
  const cells = [
    ['notionalFloor', 'Initial Margin %', 'maintenanceMarginRate'],
    ['0', '1', '0.01'],
  ];
  expect(matchHeadings(cells, columns, {})).toMatchObject({ leftOut: ['Initial Margin %'], cells: [['0', '0.01']] });
  expect(
    matchHeadings(
      [
        ['notionalFloor', 'notionalFloor'],
        ['0', '5'],
      ],
      columns,
      {},
    ),
  ).toBeNull();
});
