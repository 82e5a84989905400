import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAllocateTask } from '@backstop/api/allocate/allocate-arguments';
import { runAllocate } from '@backstop/api/allocate/run-allocate';
import { describe, expect, it } from 'vitest';
import { cleanups } from '../../support/cleanups.ts';

const after = cleanups();

/** Runs the command on a file of this text; `OUT` among the words is a file of the test's own. */
async function run(csv: string | Buffer, words: string): Promise<Ran> {
  const folder = await after.folder();
  const [accounts, out] = [join(folder, 'accounts.csv'), join(folder, 'out.csv')];
  await writeFile(accounts, csv);
  const asked = ['--accounts', accounts, ...words.split(' ').map((word) => wordOf(word, out))];
  const read = readAllocateTask(asked);
  if (!read.ok) throw new Error(read.fault);
  const { isDone, lines } = await runAllocate(read.task);
  const files = await readdir(folder);
  const text = lines.join('\n').replaceAll(`${folder}/`, '');
  return { isDone, text, files, written: files.includes('out.csv') ? await readFile(out, 'utf8') : null };
}

function wordOf(word: string, out: string): string {
  return word === 'OUT' ? out : word.replaceAll('§', ' ');
}

interface Ran {
  readonly isDone: boolean;
  readonly text: string;
  readonly files: readonly string[];
  readonly written: string | null;
}

const BOOK = `id,pnl,equity,notional,leverage,pnl_percent
b,100.009,50,500,10,0.5
a,50,1000,100,0.1,0.2
loser,-20,10,30,3,-0.5
dust,0.009,5,5,1,0.01
c,10.5,0,0,0,2
`;

function sharesIn(written: string | null): string[] {
  const lines = (written ?? '').trimEnd().split('\n').slice(1);
  return lines.map((line) => line.split(',').slice(0, 2).join(' '));
}

describe('the command', () => {
  it.each([
    ['pro-rata', '--loss 16.05', ['a 500', 'b 1000', 'c 105', 'dust 0', 'loser 0']],
    // Scores: b 0.5 · 10, a 0.2 · 0.1, c 2 · 0.
    ['queue', '--loss 110.001', ['a 1001', 'b 10000', 'c 0', 'dust 0', 'loser 0']],
    ['queue', '--loss 20 --score largest-pnl --cap-rate 0.1', ['a 500', 'b 1000', 'c 105', 'dust 0', 'loser 0']],
    ['queue', '--loss 55 --score none', ['a 5000', 'b 500', 'c 0', 'dust 0', 'loser 0']],
    ['min-max', '--loss 30 --cap-rate 0.5', ['a 935', 'b 1869', 'c 196', 'dust 0', 'loser 0']],
    ['min-max', '--loss 30 --base equity', ['a 2857', 'b 143', 'c 0', 'dust 0', 'loser 0']],
    ['risk-weighted', '--loss 10', ['a 5', 'b 995', 'c 0', 'dust 0', 'loser 0']],
    ['risk-weighted', '--loss 16.05 --risk-exponent 0', ['a 500', 'b 1000', 'c 105', 'dust 0', 'loser 0']],
    ['pro-rata', '--loss 10.55 --capacity account-value', ['a 1005', 'b 50', 'c 0', 'dust 0', 'loser 0']],
    ['pro-rata', '--loss 16 --unit 1', ['a 5', 'b 10', 'c 1', 'dust 0', 'loser 0']],
  ])('%s %s', async (method, words, shares) => {
    const { isDone, written } = await run(BOOK, `--method ${method} ${words} --out OUT`);
    expect(isDone).toBe(true);
    expect(sharesIn(written)).toEqual(shares);
  });

  it('prints what was asked, the digest of the two first columns, and the methods side by side', async () => {
    const { text, written } = await run(BOOK, '--method pro-rata --loss 16.041 --out OUT');
    const lines = (written ?? '').trimEnd().split('\n').slice(1);
    const digested = lines.map((line) => `${line.split(',').slice(0, 2).join(',')}\n`).join('');
    expect(text).toContain(`digest     ${createHash('sha256').update(digested).digest('hex')}`);
    expect(text).toContain('method     pro-rata (capacity pnl, cap rate 1)');
    expect(text).toContain('loss       16.05 (1605 units of 0.01)');
    expect(text).toContain('accounts   5, of which 3 take part');
    expect(text).toMatch(/^level {6}1\/10$/m);
    expect(text).toMatch(/^ +pro-rata +queue +min-max +risk-weighted$/m);
    expect(text).toMatch(/^total +16.05 +16.05 +16.05 +16.05$/m);
    expect(text).toMatch(/^touched +3 +1 +3 +2$/m);
  });

  it('prints the same as JSON, with what the caps do not reach to', async () => {
    const { text } = await run(BOOK, '--method min-max --loss 200 --cap-rate 0.25 --json');
    expect(JSON.parse(text)).toMatchObject({
      ...{ method: 'min-max', loss: '200', lossUnits: '20000', accounts: 5, takingPart: 3, unit: '0.01' },
      ...{ allocated: '40.12', allocatedUnits: '4012', uncovered: '159.88', level: '1/4', untold: {} },
      reports: [
        { method: 'min-max', total: '40.12', undershoot: '159.88', touched: 3, wiped: 0, largestHaircutRate: '0.25' },
        { method: 'queue' },
        { method: 'pro-rata' },
        { method: 'risk-weighted' },
      ],
    });
  });

  it('reads other headers by --map, quoted cells, exponents, a byte order mark and blank lines', async () => {
    const csv = '\ufeffaccount,x,"its ""profit"""\r\n"one, two",,1e2\r\n\r\n"sa""id",y,5.0e-1\r\n';
    const asked = await run(csv, '--method pro-rata --loss 20.10 --map id=account,pnl=its§"profit" --out OUT');
    expect(asked.written).toContain(
      '\n"one, two",2000,20,10000,10000,,10000,1/5,2000,,,\n"sa""id",10,0.1,50,50,,50,1/5,10,,,\n',
    );
  });

  it('has a leverage of notional by equity where there is no column, and none where there is no equity', async () => {
    const csv = 'id,pnl,notional,equity,pnl_percent\na,10,30,10,0.1\nb,10,10,0,9\nc,10,10,3,0.03\n';
    const queue = await run(csv, '--method queue --loss 12 --out OUT');
    // 0.1 · 3 and, floored at 1e-8, 0.03 · 10/3.
    expect(queue.written).toContain('\na,1000,10,1000,1000,0.3,,,,,1,0\nb,0,0,1000,1000,0,,,,,3,2000\n');
    expect(queue.written).toContain('\nc,200,2,1000,1000,0.1,,,,,2,1000\n');
    const weighted = await run(csv, '--method risk-weighted --loss 12 --risk-exponent 2 --out OUT');
    expect(sharesIn(weighted.written)).toEqual(['a 537', 'b 0', 'c 663']);
  });

  it('scores entries by mark and entry price, shorts by the inverse', async () => {
    const header = 'id,pnl,leverage,mark_price,entry_price,side';
    const csv = `${header}\na,1,1,150,100,long\nb,1,2,70,100,Short\nc,1,1,3,1,SHORT\n`;
    const { written } = await run(csv, '--method queue --score entry-leverage --loss 1 --out OUT');
    const scores = (written ?? '').trimEnd().split('\n').slice(1);
    expect(scores.map((line) => line.split(',')[5])).toEqual(['1.5', '2.85714285', '0.33333333']);
  });

  it('leaves out, with the reason, the methods that the file cannot tell', async () => {
    const csv = 'id,pnl,leverage\na,10,x\nb,20,2\n';
    const { isDone, text } = await run(csv, '--method pro-rata --loss 3');
    expect(isDone).toBe(true);
    expect(text).toContain('queue is left out: it needs pnl_percent');
    expect(text).toContain('risk-weighted is left out: line 2, column leverage: "x" must be a decimal number');
    expect(text).toMatch(/^ +pro-rata +min-max$/m);
  });
});

describe('what is wrong', () => {
  it('is told by file, line, column, what and why, all of it, and nothing is written', async () => {
    const csv = 'id,pnl\na,1\n"b\nb",2\n\n,3\na,x\nc,1,\n';
    const wrong = await run('id,pnl\na,1\n"b\tb",2\n\n,3\na,x\nc,\n', '--method pro-rata --loss 1 --out OUT');
    expect(wrong).toMatchObject({ isDone: false, files: ['accounts.csv'], written: null });
    expect(wrong.text.split('\n')).toEqual([
      'accounts.csv, line 3, column id: "b\\tb" must have no control characters and be written in UTF-8',
      'accounts.csv, line 5, column id: "" must not be empty',
      'accounts.csv, line 6, column id: "a" must be of one account, but stands on line 2 already',
      'accounts.csv, line 6, column pnl: "x" must be a decimal number',
      'accounts.csv, line 7, column pnl: "" must be a decimal number',
    ]);
    expect((await run(csv, '--method pro-rata --loss 1')).text).toContain(
      'accounts.csv, line 8: it has more or fewer cells than the header',
    );
  });

  it.each([
    ['', 'accounts.csv is empty: it has no header'],
    ['id\na\n', 'accounts.csv, line 1: pro-rata needs pnl; --map says which columns have them'],
    ['pnl,pnl,id\n1,1,a\n', 'accounts.csv, line 1: the header has the column pnl 2 times'],
    [
      'id,pnl\n"a,1\n',
      'accounts.csv, line 2: Quote Not Closed: the parsing is finished with an opening quote at line 2',
    ],
  ])('%j', async (csv, text) => {
    const { isDone, text: told } = await run(csv, '--method pro-rata --loss 1');
    expect([isDone, told]).toEqual([false, text]);
  });

  it('an id that is not UTF-8', async () => {
    const { text } = await run(Buffer.from('id,pnl\n\xff,1\n', 'latin1'), '--method pro-rata --loss 1');
    expect(text).toContain('must have no control characters and be written in UTF-8');
  });

  it('a mapped column that is not there, a price of 0, and a side that is none', async () => {
    const words = '--method queue --loss 1 --score entry-leverage --map pnl=profit';
    const header = 'id,pnl,leverage,mark_price,entry_price,side\n';
    expect((await run(`${header}a,1,1,1,1,long\n`, words)).text).toContain(
      'the header has no column profit, which pnl is mapped to',
    );
    const { text } = await run(`${header}a,1,1,0,1,long\nb,1,1,2,1,both\n`, words.replace(' --map pnl=profit', ''));
    expect(text.split('\n')).toEqual([
      'accounts.csv, line 2, column mark_price: "0" must be a price above 0',
      'accounts.csv, line 3, column side: "both" must be long or short',
    ]);
  });

  it('of many faults the first are told and the others counted', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `a${String(at)},x`).join('\n');
    const lines = (await run(`id,pnl\n${rows}\n`, '--method pro-rata --loss 1')).text.split('\n');
    expect([lines.length, lines.at(-1)]).toEqual([21, 'and 10 more']);
  });

  it('a file that is not there, and one that cannot be written', async () => {
    const task = readAllocateTask('--accounts /no/such.csv --loss 1 --method queue'.split(' '));
    const { isDone, lines } = task.ok ? await runAllocate(task.task) : { isDone: true, lines: [] };
    expect([isDone, lines[0]]).toEqual([false, expect.stringContaining('/no/such.csv cannot be read')]);
    const { text } = await run(BOOK, '--method pro-rata --loss 1 --out /no/such/folder/out.csv');
    expect(text).toContain('/no/such/folder/out.csv cannot be written');
  });
});

describe('the words', () => {
  const least = '--accounts a.csv --loss 1 --method queue';

  it('have defaults', () => {
    const read = readAllocateTask(least.split(' '));
    expect(read.ok ? read.task : null).toMatchObject({
      ...{ accountsFile: 'a.csv', method: 'queue', score: 'pnl-leverage', capacity: 'pnl', base: 'pnl' },
      ...{ riskExponent: 1, asJson: false, outFile: null, unit: { coefficient: 1, scale: 2 } },
    });
  });

  it.each([
    ['--loss 1 --method queue', '--accounts is missing'],
    ['--accounts a.csv --method queue', '--loss is missing'],
    ['--accounts a.csv --loss 1', '--method is missing'],
    [`${least} --loss -1`, 'argument is ambiguous'],
    [`${least} --loss=-1`, '--loss must be an amount of at least 0, not -1'],
    [`${least} --loss 1e3`, '--loss must be an amount of at least 0, not 1e3'],
    [`${least} --unit 0`, '--unit must be an amount above 0, not 0'],
    [`${least} --method fair`, '--method must be one of queue, pro-rata, min-max, risk-weighted, not fair'],
    [`${least} --score best`, '--score must be one of'],
    [`${least} --cap-rate 1.1`, '--cap-rate must be a rate from 0 to 1, not 1.1'],
    [`${least} --risk-exponent 5`, '--risk-exponent must be one of 0, 1, 2, 3, 4, not 5'],
    [`${least} --map pnl`, '--map must be field=header,…, not pnl'],
    [`${least} --map color=x`, '--map must be one of id, pnl, equity'],
    [`${least} --map pnl=x,pnl=y`, '--map has pnl twice'],
    [`${least} --other`, "Unknown option '--other'"],
    [`${least} stray`, "Unexpected argument 'stray'"],
  ])('%s', (words, fault) => {
    const read = readAllocateTask(words.split(' '));
    expect(read.ok ? '' : read.fault).toContain(fault);
  });
});
