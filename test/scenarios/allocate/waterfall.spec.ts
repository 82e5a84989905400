import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runWaterfallFile } from '@backstop/api/allocate/run-waterfall-file';
import { readWaterfallTask } from '@backstop/api/allocate/waterfall-arguments';
import { expect, it } from 'vitest';
import { cleanups } from '../../support/cleanups.ts';

const after = cleanups();
const SHIPPED = fileURLToPath(
  new URL('../../../rules/perp-linear-reference/loss-waterfall/default.json', import.meta.url),
);
const BOOK = `id,pnl,equity,notional,side,size,entry_price
b,300,1000,5000,short,1,5300
a,100,1000,5000,short,1,5100
loser,-20,10,30,long,1,5020
`;

interface Ran {
  readonly isDone: boolean;
  readonly text: string;
  readonly written: string | null;
}

async function run(csv: string, words: readonly string[], policy = SHIPPED): Promise<Ran> {
  const folder = await after.folder();
  const [accounts, out] = [join(folder, 'accounts.csv'), join(folder, 'out.csv')];
  await writeFile(accounts, csv);
  const task = readWaterfallTask(['--accounts', accounts, '--waterfall', policy, '--out', out, ...words]);
  if ('fault' in task) throw new Error(task.fault);
  const { isDone, lines } = await runWaterfallFile(task);
  const isWritten = (await readdir(folder)).includes('out.csv');
  return {
    isDone,
    text: lines.join('\n').replaceAll(`${folder}/`, ''),
    written: isWritten ? await readFile(out, 'utf8') : null,
  };
}

it('runs the shipped layers: the fund above its floor, then what is left over those who gained', async () => {
  const words = [
    '--loss',
    '150.001',
    '--decimals',
    '2',
    '--fund',
    '60',
    '--fund-floor',
    '10',
    '--fees',
    '1.5',
    '--json',
  ];
  const { text, written } = await run(BOOK, words);
  const told = JSON.parse(text) as { layers: { type: string; drawn: string }[]; digest: string };
  expect(told).toMatchObject({ loss: '150.01', uncovered: '0', sizeNotPlaced: '0' });
  expect(told.layers.map(({ type, drawn }) => [type, drawn])).toEqual([
    ['account-residual', '0'],
    ['fee-buffer', '1.5'],
    ['insurance-fund', '50'],
    ['adl', '0'],
    ['socialization', '98.51'],
  ]);
  // 98.51 by 300 : 100, the odd unit to the larger remainder; then the digest as an outsider reckons it.
  const rows = (written ?? '')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(1, 4));
  expect(rows).toEqual([
    ['socialization', 'b', '7388'],
    ['socialization', 'a', '2463'],
    ['socialization', 'loser', '0'],
  ]);
  const digested = rows
    .toSorted(([, x = ''], [, y = '']) => (x < y ? -1 : 1))
    .map(([, id, units]) => `${String(id)},${String(units)}\n`);
  expect(told.digest).toBe(createHash('sha256').update(digested.join('')).digest('hex'));
});

it('closes what is open against the other side, by rank', async () => {
  const words = ['--loss', '1', '--fund', '1', '--mark-price', '5000', '--open-size', '1.5', '--close-price', '5010'];
  const { text, written } = await run(BOOK, words);
  expect(text).toContain('adl               0 USDT, closes 2 for 1.5 contracts');
  expect(
    (written ?? '')
      .split('\n')
      .slice(1, 3)
      .map((line) => line.split(',').slice(1, 5)),
  ).toEqual([
    ['adl', 'b', '100000000', '1'],
    ['adl', 'a', '50000000', '0.5'],
  ]);
});

it.each([
  ['id,pnl\na,1\n', 'accounts.csv, line 1: the header has no column equity'],
  [
    'id,pnl,equity\na,x,1\na,1,1\n',
    'accounts.csv, line 2, column pnl: "x" must be a decimal number\naccounts.csv, line 3, column id: "a" must be of one account',
  ],
  ['', 'accounts.csv is empty: it has no header'],
])('tells what is wrong with %j, and writes nothing', async (csv, told) => {
  expect(await run(csv, ['--loss', '1'])).toEqual({ isDone: false, text: told, written: null });
});

it('takes no other policy than a waterfall, and no amount that is none', async () => {
  const other = SHIPPED.replaceAll('loss-waterfall', 'insurance-fund');
  expect(await run(BOOK, ['--loss', '1'], other)).toMatchObject({ isDone: false, written: null });
  expect(readWaterfallTask(['--accounts', 'a', '--waterfall', 'b', '--loss=-1'])).toEqual({
    fault: '--loss cannot be -1',
  });
  expect(readWaterfallTask(['--accounts', 'a', '--waterfall', 'b', '--loss', '1', '--decimals', '19'])).toEqual({
    fault: '--decimals cannot be 19',
  });
});
