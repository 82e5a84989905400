import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAllocateTask } from '@backstop/api/allocate/allocate-arguments';
import { runAllocate } from '@backstop/api/allocate/run-allocate';
import { readVerifyTask } from '@backstop/api/verify-allocation/verify-arguments';
import { verifyFile } from '@backstop/api/verify-allocation/verify-file';
import { describe, expect, it } from 'vitest';
import { cleanups } from '../../support/cleanups.ts';

const after = cleanups();

/** Accounts without pattern, ties and losers among them; ids whose order differs between UTF-8 and UTF-16. */
function book(count: number): string {
  const mixed = (at: number, salt: number): number => (Math.imul(at * 7 + salt, 0x9e3779b1) >>> 0) % 1000;
  const rows = Array.from({ length: count }, (_, at) => {
    const id = `${['a', 'é', '￥', '💰'][at % 4] ?? ''}${String(mixed(at, 3))}-${String(at)}`;
    const [pnl, leverage] = [mixed(at, 1) % 50, mixed(at, 5) % 20];
    return `${id},${String(pnl - 10)}.${String(mixed(at, 9) % 100)},${String(leverage)}.5,0.${String(mixed(at, 11) % 4)}`;
  });
  return ['id,pnl,leverage,pnl_percent', ...rows, ''].join('\n');
}

interface Written {
  readonly file: string;
  readonly text: string;
  readonly digest: string;
}

async function written(words: string): Promise<Written> {
  const folder = await after.folder();
  const [accounts, file] = [join(folder, 'accounts.csv'), join(folder, 'out.csv')];
  await writeFile(accounts, book(60));
  const read = readAllocateTask([...`--accounts ${accounts} --out ${file} --json`.split(' '), ...words.split(' ')]);
  if (!read.ok) throw new Error(read.fault);
  const { isDone, lines } = await runAllocate(read.task);
  expect(isDone).toBe(true);
  const { digest } = JSON.parse(lines.join('')) as { readonly digest: string };
  return { file, text: await readFile(file, 'utf8'), digest };
}

async function verdict(file: string, words = ''): Promise<{ isRight: boolean; text: string }> {
  const task = readVerifyTask([file, ...words.split(' ').filter(Boolean)]);
  if (task === null) throw new Error('no task');
  const { isRight, lines } = await verifyFile(task);
  return { isRight, text: lines.join('\n').replaceAll(file, 'out.csv') };
}

const RULES = [
  '--method queue --cap-rate 0.5',
  '--method queue --score none',
  '--method pro-rata',
  '--method min-max --cap-rate 0.25',
  '--method risk-weighted --risk-exponent 4 --cap-rate 0.8',
];

describe('the verifier', () => {
  it.each(RULES.flatMap((rule) => ['0', '0.01', '97.37', '9999'].map((loss) => [rule, loss] as const)))(
    'finds nothing wrong with %s --loss %s',
    async (rule, loss) => {
      const { file, digest } = await written(`${rule} --loss ${loss}`);
      const rate = /--cap-rate (\S+)/.exec(rule)?.[1] ?? '1';
      const asked = `--digest ${digest} --loss ${loss} --unit 0.01 --cap-rate ${rate}`;
      expect(await verdict(file, asked)).toEqual({
        isRight: true,
        text: expect.stringContaining('as published') as string,
      });
    },
  );

  it('says the digest where none was given to compare', async () => {
    const { file, digest } = await written('--method pro-rata --loss 97.37');
    expect((await verdict(file)).text).toContain(`Its digest is ${digest}; --digest holds it against one you kept.`);
  });

  /** One cell of the first line that takes part and bears something is changed; what is then told. */
  const FORGED: readonly (readonly [string, string, (cells: string[]) => void, RegExp])[] = [
    ['a unit less', 'pro-rata', (cells) => add(cells, 1, -1n), /its share must be/],
    ['a unit more', 'queue', (cells) => add(cells, 1, 1n), /its share must be|its share is above its cap/],
    ['another amount', 'pro-rata', (cells) => (cells[2] = '77'), /its amount is not its units/],
    ['a negative share', 'pro-rata', (cells) => (cells[1] = '-1'), /a share is below 0/],
    [
      'a cap above the capacity',
      'pro-rata',
      (cells) => add(cells, 4, 10_000n),
      /its cap is not from 0 to its capacity/,
    ],
    ['no capacity', 'pro-rata', (cells) => (cells[3] = '0'), /takes part without a unit of capacity/],
    ['no cap', 'pro-rata', (cells) => (cells[4] = ''), /it has a proof, but no cap[^]*takes no part/],
    ['another weight', 'min-max', (cells) => (cells[6] = '1'), /the exact targets do not sum/],
    ['no weight', 'min-max', (cells) => (cells[6] = ''), /it has no weight above 0/],
    ['another level', 'min-max', (cells) => (cells[7] = '1/2'), /its level is not that of the others|do not sum/],
    ['a level that is none', 'min-max', (cells) => (cells[7] = 'x'), /its level is no fraction|not that of the others/],
    ['another floor', 'risk-weighted', (cells) => add(cells, 8, 1n), /its floor is not that of its target/],
    ['another rank', 'risk-weighted', (cells) => (cells[9] = '999'), /its remainder stands at another rank/],
    ['no score', 'queue', (cells) => (cells[5] = ''), /it has no score/],
    ['another place', 'queue', (cells) => (cells[10] = '999'), /its place in the queue must be/],
    ['another sum before', 'queue', (cells) => add(cells, 11, 1n), /the caps before it reach to/],
  ];

  it.each(FORGED)('finds %s', async (_, method, forge, told) => {
    const { file, text } = await written(`--method ${method} --loss 97.37`);
    const lines = text.split('\n');
    const at = lines.findIndex((line) => /^[^,]+,[1-9]/.test(line));
    const cells = (lines[at] ?? '').split(',');
    forge(cells);
    await writeFile(file, lines.with(at, cells.join(',')).join('\n'));
    const { isRight, text: said } = await verdict(file);
    expect(isRight).toBe(false);
    expect(said).toMatch(told);
  });

  it('finds a unit moved from one account to another, an account twice, and one left out', async () => {
    const { file, text, digest } = await written('--method pro-rata --loss 97.37');
    const lines = text.trimEnd().split('\n');
    await writeFile(file, [...lines, lines[5]].join('\n'));
    expect((await verdict(file)).text).toMatch(/its account stands twice/);
    const zero = lines.findIndex((line) => /^[^,]+,0,0,/.test(line));
    await writeFile(file, lines.toSpliced(zero, 1).join('\n'));
    expect((await verdict(file)).isRight).toBe(true);
    expect((await verdict(file, `--digest ${digest}`)).text).toMatch(/the digest is [0-9a-f]{64}, not/);
  });

  it('finds a level that is higher than all are full at', async () => {
    const { file, text } = await written('--method pro-rata --loss 99999');
    await writeFile(file, text.replaceAll(',1/1,', ',2/1,'));
    expect((await verdict(file)).text).toContain('a lower level would have done');
  });

  it('finds another loss, another unit and another cap rate where these are known', async () => {
    const { file } = await written('--method pro-rata --loss 97.37');
    expect((await verdict(file, '--loss 97.38 --unit 0.01')).text).toMatch(/sum to 9737 units, not to 9738/);
    expect((await verdict(file, '--loss 97.37 --unit 0.1')).text).toMatch(/its amount is not its units/);
    expect((await verdict(file, '--cap-rate 0.5')).text).toMatch(/its cap is not the cap rate of its capacity/);
  });

  it('says what is no allocation', async () => {
    const folder = await after.folder();
    const file = join(folder, 'out.csv');
    expect((await verdict(file)).text).toMatch(/^Not verified: .* cannot be read/);
    await writeFile(file, '');
    expect((await verdict(file)).text).toBe('Not verified: out.csv is empty.');
    await writeFile(file, 'id,units\n');
    expect((await verdict(file)).text).toMatch(/^Not verified: out.csv is no allocation/);
    const { file: right, text } = await written('--method pro-rata --loss 1');
    await writeFile(right, text.replace(/,0,0,/, ',zero,0,'));
    expect((await verdict(right)).text).toMatch(/column units: zero is no number/);
  });

  it.each([
    '',
    'a b',
    'a --digest x',
    'a --loss 1',
    'a --loss -1 --unit 1',
    'a --loss 1 --unit 0',
    'a --cap-rate 2',
    'a --x',
  ])('is asked nothing by %j', (words) => {
    expect(readVerifyTask(words.split(' ').filter(Boolean))).toBeNull();
  });
});

function add(cells: string[], at: number, more: bigint): void {
  cells[at] = String(BigInt(cells[at] ?? '0') + more);
}
