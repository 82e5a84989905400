import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { cleanups } from '../../support/cleanups.ts';

const after = cleanups();

function run(command: string, words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const main = fileURLToPath(new URL(`../../../apps/api/dist/${command}/main.js`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('the commands end with 0 where all is well, else with 1, and tell faults where errors belong', async () => {
  const folder = await after.folder();
  const [accounts, out] = [join(folder, 'accounts.csv'), join(folder, 'out.csv')];
  await writeFile(accounts, 'id,pnl\na,2\nb,1\n');
  const asked = ['--accounts', accounts, '--loss', '1.5', '--method', 'pro-rata', '--json', '--out', out];
  const right = run('allocate', asked);
  expect(right).toMatchObject({ status: 0, stderr: '' });
  const { digest } = JSON.parse(right.stdout) as { readonly digest: string };
  expect(run('verify-allocation', [out, '--digest', digest])).toMatchObject({ status: 0, stderr: '' });
  const forged = run('verify-allocation', [out, '--digest', '0'.repeat(64)]);
  expect(forged).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(digest) as string });
  await writeFile(accounts, 'id,pnl\na,x\n');
  const wrong = run('allocate', asked);
  expect(wrong).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('line 2, column pnl') as string,
  });
  for (const command of ['allocate', 'verify-allocation']) {
    expect(run(command, [])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining(command) as string,
    });
  }
});
