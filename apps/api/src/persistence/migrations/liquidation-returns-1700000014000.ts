import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the fund gives back of fills whose scope ends short, in its ledger and beside the fills; never taken back. And what a takeover
 * cost above the mark, for caps look at it as at a draw.
 */
export class LiquidationReturns1700000014000 implements MigrationInterface {
  readonly name = 'LiquidationReturns1700000014000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...movements(`${MOVEMENTS}, ${RETURNS}`), ...TABLE]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table liquidation_return');
    await runner.query('alter table fund_position_fill drop above_mark, drop account');
    for (const statement of movements(MOVEMENTS)) await runner.query(statement);
  }
}

const MOVEMENTS = `('opening', 'opening', 'balance'), ('deposit', 'deposits', 'balance'), ('surplus', 'surplus', 'balance'),
  ('fee', 'fees', 'balance'), ('draw', 'balance', 'losses'), ('position-gain', 'positions', 'balance'),
  ('position-loss', 'balance', 'positions')`;

const RETURNS = `('surplus-return', 'balance', 'surplus'), ('fee-return', 'balance', 'fees')`;

const movements = (allowed: string): readonly string[] => [
  'alter table fund_entry drop constraint fund_entry_moves_between_its_accounts',
  `alter table fund_entry add constraint fund_entry_moves_between_its_accounts
    check ((source, from_account, to_account) in (${allowed}))`,
];

const TABLE = [
  `alter table fund_position_fill add above_mark numeric not null default 0
     check (above_mark >= 0 and scale(above_mark) = 0), add account text`,
  `create table liquidation_return (
    liquidation_id uuid not null references liquidation (id),
    closed_by uuid not null references liquidation_fill (id),
    fill_id uuid not null references liquidation_fill (id),
    source text not null check (source in ('surplus', 'fee')),
    fund text not null references fund_compartment (id),
    asset text not null,
    amount numeric not null check (amount > 0),
    primary key (fill_id, source)
  )`,
  'create index liquidation_return_of_liquidation on liquidation_return (liquidation_id)',
  `create trigger liquidation_return_rows_only_grow before update or delete on liquidation_return
    for each row execute function refuse_edit_of_audit()`,
  `create trigger liquidation_return_only_grows before update or delete or truncate on liquidation_return
    for each statement execute function refuse_edit_of_audit()`,
];
