import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change knows who wrote it last, so that whoever writes beside them is told a name. */
export class ChangeWriters1700000015000 implements MigrationInterface {
  readonly name = 'ChangeWriters1700000015000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table change add column updated_by text');
    await runner.query(counting(COUNTED, WITH_WRITER));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(counting(WITH_WRITER, COUNTED));
    await runner.query('alter table change drop column updated_by');
  }
}

/** What every write of a change sets, an approved one's too: the trigger lets that pass. */
const COUNTED = `array['revision', 'updated_at']`;
const WITH_WRITER = `array['revision', 'updated_at', 'updated_by']`;

/** Says the list anew and leaves the rest of the trigger's function as it stands. */
function counting(before: string, after: string): string {
  return `do $migration$
  declare
    was text := pg_get_functiondef('refuse_edit_of_approved_change'::regproc);
    becomes text := replace(was, $before$${before}$before$, $after$${after}$after$);
  begin
    if becomes = was then raise exception 'refuse_edit_of_approved_change is not the one that is expected'; end if;
    execute becomes;
  end $migration$`;
}
