import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What liquidations ask of the losses: once for each contract of a scope, and never taken back. */
export class LiquidationLosses1700000013000 implements MigrationInterface {
  readonly name = 'LiquidationLosses1700000013000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table liquidation_loss');
  }
}

const STATEMENTS = [
  `create table liquidation_loss (
    event_id text primary key,
    sequence bigint generated always as identity unique,
    liquidation_id uuid not null references liquidation (id),
    fill_id uuid not null references liquidation_fill (id),
    scope text not null,
    contract text not null,
    event text not null,
    constraint liquidation_loss_must_be_asked_once unique (liquidation_id, scope, contract)
  )`,
  `create trigger liquidation_loss_rows_only_grow before update or delete on liquidation_loss
    for each row execute function refuse_edit_of_audit()`,
  `create trigger liquidation_loss_only_grows before update or delete or truncate on liquidation_loss
    for each statement execute function refuse_edit_of_audit()`,
];
