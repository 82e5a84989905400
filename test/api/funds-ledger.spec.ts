import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payIn } from '../support/fund-acts.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await payIn(app, 'USDT', '100');
});

afterAll(() => app.stop());

/** What the ledger says that the compartment holds, in units: by its row, by its last entry, and by all of them. */
async function balances(): Promise<unknown> {
  const [row] = await app.dataSource.query<object[]>(
    `select c.balance, (select balance from fund_entry where compartment_id = c.id order by sequence desc limit 1) as last,
       (select sum(case to_account when 'balance' then units else -units end) from fund_entry where compartment_id = c.id) as summed
     from fund_compartment c where id = 'USDT'`,
  );
  return row;
}

/** Books by itself, as a loss or a fill would. */
async function book(source: string, [from, to]: [string, string], units: string, reference: string): Promise<void> {
  await app.dataSource.query(
    `insert into fund_entry
       (compartment_id, sequence, at, source, from_account, to_account, units, balance, reference, recorded_by)
     values ('USDT', 1, now(), $1, $2, $3, $4, 0, $5, 'key:test')`,
    [source, from, to, units, reference],
  );
}

const draw = (units: string, reference: string) => book('draw', ['balance', 'losses'], units, reference);

describe('the database keeps the ledger', () => {
  it.each([
    ['an edit of an entry', 'update fund_entry set units = units + 1', 'fund_entry_must_only_grow'],
    ['a deletion', 'delete from fund_entry', 'fund_entry_must_only_grow'],
    ['being emptied', 'truncate fund_entry', 'fund_entry_must_only_grow'],
    ['an edit of a balance', 'update fund_compartment set balance = balance + 1', 'fund_balance_must_move_by_entries'],
    [
      'a compartment that is full from the start',
      `insert into fund_compartment values ('X', 'X', 2, 5, 0, null)`,
      'fund_balance_must_move_by_entries',
    ],
    ['a compartment that goes', 'delete from fund_compartment', 'fund_balance_must_move_by_entries'],
    [
      'a deposit that is approved from the start',
      `insert into fund_deposit (id, compartment_id, kind, units, reason, asked_by, asked_at, status, decided_by, decided_at, comment) values (gen_random_uuid(), 'USDT', 'deposit', 1, 'x', 'a', now(), 'approved', 'b', now(), '')`,
      'fund_deposit_must_be_asked_for',
    ],
    ['an edit of what was decided', `update fund_deposit set units = units + 1`, 'fund_deposit_must_stay_as_decided'],
    ['a deposit that goes', 'delete from fund_deposit', 'fund_deposit_must_stay_as_decided'],
    ['deposits that go', 'truncate fund_deposit', 'fund_deposit_must_not_be_edited'],
  ])('from %s', async (_name, statement, refusal) => {
    const before = await balances();
    await expect(app.dataSource.query(statement)).rejects.toThrow(refusal);
    expect(await balances()).toEqual(before);
  });

  it('from a draw that is larger than the balance', async () => {
    const [row] = await app.dataSource.query<{ balance: string }[]>('select balance from fund_compartment');
    const balance = BigInt(row?.balance ?? 0);
    await expect(draw(String(balance + 1n), 'too-much')).rejects.toThrow('fund_balance_must_not_be_negative');
    await draw(String(balance), 'all');
    expect(await balances()).toEqual({ balance: '0', last: '0', summed: '0' });
    await expect(draw('1', 'more')).rejects.toThrow('fund_balance_must_not_be_negative');
  });

  it('from an entry that is booked twice', async () => {
    await book('surplus', ['surplus', 'balance'], '5', 'fill-1');
    await expect(book('surplus', ['surplus', 'balance'], '5', 'fill-1')).rejects.toThrow(
      'fund_entry_must_be_booked_once',
    );
  });

  it('from a deposit that nobody approved', async () => {
    const booked = book('deposit', ['deposits', 'balance'], '5', 'nobody');
    await expect(booked).rejects.toThrow('fund_deposit_must_be_approved');
  });

  it.each([
    ['surplus', 'losses', 'balance'],
    ['draw', 'losses', 'balance'],
    ['draw', 'balance', 'deposits'],
    ['fee', 'fees', 'fees'],
    ['gift', 'gifts', 'balance'],
  ])('from a %s from %s to %s', async (source, from, to) => {
    const booked = book(source, [from, to], '5', 'odd');
    await expect(booked).rejects.toThrow('fund_entry_moves_between_its_accounts');
  });

  it('from anything but whole units above zero', async () => {
    for (const units of ['0', '-1', '0.5'])
      await expect(draw(units, 'odd')).rejects.toThrow(/violates check constraint/);
  });
});
