import pg from 'pg';

const TABLES = [
  ...['change', 'change_entry', 'change_review', 'change_evidence', 'change_comment', 'policy', 'policy_version'],
  ...['audit_entry', 'idempotency_key'],
];

const PATIENCE_MS = 5000;

/** A look at a database from beside the service. */
export interface DatabaseState {
  /** A text for each table that the workflow writes to: another one as soon as any row of it is another. */
  readonly read: () => Promise<Readonly<Record<string, string>>>;
  /** Waits until no lock of a writer is held and no transaction stands open; throws where one stays. */
  readonly quiet: () => Promise<void>;
  readonly query: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly stop: () => Promise<void>;
}

export async function databaseState(url: string): Promise<DatabaseState> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const query: DatabaseState['query'] = async <Row extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
  ) => (await client.query<Row>(text, [...values])).rows;
  return {
    query,
    read: async () => {
      // Where a row lies and which transaction wrote it: no write leaves both as they were.
      const digests = TABLES.map(
        (table) =>
          `(select md5(coalesce(string_agg(t.ctid || ' ' || t.xmin, ',' order by t.ctid), '')) from ${table} t) ${table}`,
      );
      const [row] = await query<Record<string, string>>(`select ${digests.join(', ')}`);
      if (row === undefined) throw new Error('the database answers nothing');
      return row;
    },
    quiet: async () => {
      for (const end = performance.now() + PATIENCE_MS; ;) {
        const [open] = await query<{ locks: string; transactions: string }>(
          `select (select count(*) from pg_locks where locktype = 'advisory' and database = own.oid) as locks,
             (select count(*) from pg_stat_activity where datname = own.datname and pid <> pg_backend_pid()
                and (state like 'idle in transaction%' or backend_xid is not null)) as transactions
           from pg_database own where datname = current_database()`,
        );
        if (open?.locks === '0' && open.transactions === '0') return;
        if (performance.now() > end) throw new Error(`locks or transactions are left: ${JSON.stringify(open)}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    stop: () => client.end(),
  };
}
