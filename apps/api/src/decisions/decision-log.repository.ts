import { Injectable } from '@nestjs/common';
import { canonicalJson, linkAfter, type ChainLink, type ChainPlace } from '@backstop/core/canonical';
import type { Instant } from '@backstop/core/venue';
import { DataSource, type EntityManager } from 'typeorm';
import { sha256 } from '../persistence/sha256.ts';
import type { DecisionBody } from './decision-body.ts';
import {
  ENTRY_COLUMNS,
  entryOf,
  LINK_COLUMNS,
  linkOf,
  type DecisionRow,
  type EntryRow,
  type LoggedEntry,
} from './decision-rows.ts';

/** Whoever has the lock has the head of the log, so that it never forks; not the lock of the audit chain. */
const LOG_LOCK = 7_248_301_556;

const ROWS_AT_ONCE = 500;

/** Which entries are asked for; null = whatever it is. */
export interface DecisionPage {
  /** Of the last entry of the page before. */
  readonly after: number | null;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  readonly account: string | null;
  readonly outcome: string | null;
  readonly type: string | null;
  readonly policySet: string | null;
  /** The first digits of the id of a decision. */
  readonly decision: string | null;
  /** What an entry is about, as `contract:BTCUSDT`: entries that have all of them. */
  readonly terms: readonly string[];
  /** By `asOf`: from the first on, before the second. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

@Injectable()
export class DecisionLogRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Appends decisions in their order, in one transaction. */
  async append(bodies: readonly DecisionBody[]): Promise<void> {
    await this.#dataSource.transaction((manager) => appendDecisions(manager, bodies));
  }

  /** One page of entries. */
  async page(asked: DecisionPage): Promise<readonly LoggedEntry[]> {
    const { after, order, limit, account, outcome, type, policySet, decision, terms, from, to } = asked;
    const [relation, direction] = order === 'asc' ? ['>', 'asc'] : ['<', 'desc'];
    // Digits come before letters in whatever order the database sorts text by, and hexadecimal ones before g.
    const rows = await this.#dataSource.query<EntryRow[]>(
      `select ${ENTRY_COLUMNS} from decision_log
       where ($1::bigint is null or sequence ${relation} $1) and ($2::text is null or account = $2)
         and ($3::text is null or outcome = $3) and ($4::text is null or policy_set = $4)
         and ($5::timestamptz is null or as_of >= $5) and ($6::timestamptz is null or as_of < $6)
         and ($7::text is null or type = $7) and ($8::text[] is null or terms @> $8)
         and ($9::text is null or (decision_id >= $9 and decision_id < $9 || 'g'))
       order by sequence ${direction} limit $10`,
      [
        ...[after, account, outcome, policySet, columnOf(from), columnOf(to)],
        ...[type, terms.length === 0 ? null : terms, decision, limit],
      ],
    );
    return rows.map(entryOf);
  }

  /** The entry of a decision; null where it is not in the log. */
  async find(decisionId: string): Promise<LoggedEntry | null> {
    const [row] = await this.#dataSource.query<EntryRow[]>(
      `select ${ENTRY_COLUMNS} from decision_log where decision_id = $1`,
      [decisionId],
    );
    return row === undefined ? null : entryOf(row);
  }

  /**
   * The whole log, in order, as it stands when the first page is asked for: entries only come after others, so that no
   * transaction is held open.
   */
  async *links(): AsyncGenerator<readonly ChainLink[]> {
    const [end] = await this.#dataSource.query<{ head: string }[]>(
      'select coalesce(max(sequence), 0) as head from decision_log',
    );
    const head = Number(end?.head);
    for (let after = 0; ;) {
      const rows = await this.#dataSource.query<DecisionRow[]>(
        `select ${LINK_COLUMNS} from decision_log where sequence > $1 and sequence <= $2 order by sequence limit $3`,
        [after, head, ROWS_AT_ONCE],
      );
      yield rows.map(linkOf);
      if (rows.length < ROWS_AT_ONCE) return;
      after = Number(rows.at(-1)?.sequence);
    }
  }
}

/**
 * Appends decisions in their order, in a transaction that may do other things before; one that is in the log already is not
 * logged again. Called late in it, since every other decision waits from here until the transaction ends, and before an act
 * is told to the audit chain: whoever takes both locks takes this one first.
 */
export async function appendDecisions(manager: EntityManager, bodies: readonly DecisionBody[]): Promise<void> {
  await manager.query('select pg_advisory_xact_lock($1)', [LOG_LOCK]);
  const links = linksAfter(await headOf(manager), await newOf(manager, bodies));
  if (links.length > 0) await insert(manager, links);
}

/** The last place of the log; null where it has not begun. */
export async function headOf(manager: EntityManager): Promise<ChainPlace | null> {
  const [row] = await manager.query<{ sequence: string; hash: string }[]>(
    'select sequence, hash from decision_log order by sequence desc limit 1',
  );
  return row === undefined ? null : { sequence: Number(row.sequence), hash: row.hash };
}

/** The decisions that are not in the log, each once. */
async function newOf(manager: EntityManager, bodies: readonly DecisionBody[]): Promise<readonly DecisionBody[]> {
  const byId = new Map<string, DecisionBody>();
  for (const body of bodies) if (!byId.has(body.decisionId)) byId.set(body.decisionId, body);
  const known = await manager.query<{ decision_id: string }[]>(
    'select decision_id from decision_log where decision_id = any($1)',
    [[...byId.keys()]],
  );
  for (const { decision_id } of known) byId.delete(decision_id);
  return [...byId.values()];
}

function linksAfter(head: ChainPlace | null, bodies: readonly DecisionBody[]): ChainLink<DecisionBody>[] {
  const links: ChainLink<DecisionBody>[] = [];
  for (const body of bodies) links.push(linkAfter(links.at(-1) ?? head, body, sha256));
  return links;
}

/** All rows in one statement, a list for each column. */
async function insert(manager: EntityManager, links: readonly ChainLink<DecisionBody>[]): Promise<void> {
  const column = <Value>(of: (link: ChainLink<DecisionBody>) => Value): Value[] => links.map(of);
  await manager.query(
    `insert into decision_log (${LINK_COLUMNS})
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[],
       $8::text[], $9::text[])`,
    [
      column(({ sequence }) => sequence),
      column(({ previous }) => previous),
      column(({ hash }) => hash),
      column(({ body }) => canonicalJson(body)),
      column(({ body }) => body.decisionId),
      column(({ body }) => body.asOf),
      column(({ body }) => body.account),
      column(({ body }) => body.outcome),
      column(({ body }) => body.policySet),
    ],
  );
}

function columnOf(at: Instant | null): Date | null {
  return at === null ? null : new Date(at);
}
