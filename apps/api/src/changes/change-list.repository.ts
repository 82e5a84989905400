import { Injectable } from '@nestjs/common';
import { isGranted, type Person } from '@backstop/core/access';
import type { Change } from '@backstop/core/change';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { DataSource } from 'typeorm';
import type { ChangeFilter, OtherChange } from './change-filter.ts';

/** What a list of changes is asked for, and what is known beside the table. */
export interface ChangeListQuestion {
  readonly query: ChangeFilter;
  readonly by: Person;
  readonly at: Instant;
  /** Sequences of the approvals of which some version is in force now. */
  readonly inForce: readonly number[];
}

/** What a row of the list says beside the change itself. */
export interface ListedChange {
  readonly id: string;
  readonly policies: readonly string[];
  readonly policyCount: number;
  readonly comments: number;
}

const OTHERS_MAX = 50;
const POLICIES_MAX = 100;

/** Finding changes: by what they are about, where they stand, and whom they wait for. */
@Injectable()
export class ChangeListRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** One page, and how many there are in all. */
  async page(
    question: ChangeListQuestion,
  ): Promise<{ readonly rows: readonly ListedChange[]; readonly total: number }> {
    const { query } = question;
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${String(values.push(value))}`;
    const where = conditionsOf(question, bind).join(' and ') || 'true';
    const [count] = await this.#dataSource.query<{ total: number }[]>(
      `select count(*)::integer as total from change c where ${where}`,
      [...values],
    );
    const rows = await this.#dataSource.query<{ id: string; policies: string[]; count: number; comments: number }[]>(
      `select c.id, ${ABOUT}
       from change c where ${where}
       order by ${COLUMNS[query.sort]} ${query.order === 'desc' ? 'desc' : 'asc'} nulls last, c.id
       limit ${bind(query.limit)} offset ${bind(query.offset)}`,
      values,
    );
    return { rows: rows.map(listed), total: count?.total ?? 0 };
  }

  /** What the list would say of one change. */
  async about(id: string): Promise<ListedChange> {
    const [row] = await this.#dataSource.query<{ id: string; policies: string[]; count: number; comments: number }[]>(
      `select c.id, ${ABOUT} from change c where c.id = $1`,
      [id],
    );
    return row === undefined ? { id, policies: [], policyCount: 0, comments: 0 } : listed(row);
  }

  /** Other changes of the same policies that are under review or yet to come. */
  async othersOf({ id, entries }: Change, at: Instant): Promise<OtherChange[]> {
    return this.#dataSource.query<OtherChange[]>(
      `select c.id as change, e.policy_id as policy,
         case c.status when 'approved' then 'scheduled' else c.status end as phase
       from change c join change_entry e on e.change_id = c.id
       where c.id <> $1 and e.policy_id = any ($2)
         and (c.status = 'submitted' or c.status = 'approved' and c.effective_from > $3)
       order by c.id, e.policy_id limit ${String(OTHERS_MAX)}`,
      [id, entries.map(({ policy }) => policy), new Date(at)],
    );
  }
}

const COLUMNS: Readonly<Record<ChangeFilter['sort'], string>> = {
  createdAt: 'c.created_at',
  updatedAt: 'coalesce(c.updated_at, c.created_at)',
  effectiveFrom: 'c.effective_from',
  status: 'c.status',
};

/** An import has versions but no entries; what a person made has entries from the first day. */
const ABOUT = `
  coalesce(
    (select array_agg(p.id) from (
      select e.policy_id as id from change_entry e where e.change_id = c.id
      union select v.policy_id from policy_version v where v.change_id = c.id
      order by 1 limit ${String(POLICIES_MAX)}
    ) p), '{}') as policies,
  (select count(*)::integer from (
    select e.policy_id from change_entry e where e.change_id = c.id
    union select v.policy_id from policy_version v where v.change_id = c.id
  ) all_of) as count,
  (select count(*)::integer from change_comment m where m.change_id = c.id) as comments`;

function listed(row: { id: string; policies: string[]; count: number; comments: number }): ListedChange {
  const { id, policies, count: policyCount, comments } = row;
  return { id, policies, policyCount, comments };
}

type Bind = (value: unknown) => string;

function conditionsOf({ query, by, at, inForce }: ChangeListQuestion, bind: Bind): string[] {
  const { phase, policy, contributor, waiting, q } = query;
  const conditions: string[] = [];
  const now = bind(formatInstant(at));
  conditions.push(`${now}::timestamptz is not null`);
  if (phase !== undefined) {
    const phases = phase.split(',').map((one) => phaseCondition(one, now, inForce, bind));
    conditions.push(`(${phases.join(' or ')})`);
  }
  if (policy !== undefined) conditions.push(`(${isAbout(`= ${bind(policy)}`)})`);
  if (contributor !== undefined) conditions.push(`${bind(contributor)} = any (c.contributors)`);
  if (q !== undefined && q.trim() !== '') {
    const like = `ilike ${bind(`%${q.trim().replace(/[\\%_]/g, '\\$&')}%`)}`;
    conditions.push(`(c.reason ${like} or ${isAbout(like)})`);
  }
  if (waiting === 'true') conditions.push(`(${waitingCondition(by, now, bind)})`);
  return conditions;
}

function isAbout(comparison: string): string {
  return `exists (select 1 from change_entry e where e.change_id = c.id and e.policy_id ${comparison})
    or exists (select 1 from policy_version v where v.change_id = c.id and v.policy_id ${comparison})`;
}

const ENDED = `least(
  c.effective_until, case when c.emergency_confirmed_at is null then c.emergency_expires_at end)`;

/** The same cut of time as the core's `phaseOf`, so that a filter finds what a page shows. */
function phaseCondition(phase: string, now: string, inForce: readonly number[], bind: Bind): string {
  const begun = `c.status = 'approved' and c.effective_from <= ${now}::timestamptz`;
  const standing = `${begun} and (${ENDED} is null or ${ENDED} > ${now}::timestamptz)`;
  switch (phase) {
    case 'scheduled':
      return `c.status = 'approved' and c.effective_from > ${now}::timestamptz`;
    case 'expired':
      return `${begun} and ${ENDED} <= ${now}::timestamptz`;
    case 'active':
      return `${standing} and c.approval_sequence = any (${bind(inForce)})`;
    case 'superseded':
      return `${standing} and c.approval_sequence <> all (${bind(inForce)})`;
    default:
      return `c.status = ${bind(phase)}`;
  }
}

/** To be reviewed, to be confirmed, or sent back: what a person alone can take further. */
function waitingCondition(by: Person, now: string, bind: Bind): string {
  const me = bind(by.id);
  const sentBack = `c.status = 'rejected' and ${me} = any (c.contributors)`;
  if (!isGranted(by, 'change:review')) return sentBack;
  const others = `${me} <> all (c.contributors)`;
  return `${sentBack}
    or c.status = 'submitted' and ${others} and not exists (
      select 1 from change_review r
      where r.change_id = c.id and r.digest = c.submission_digest and r.reviewer = ${me}
    )
    or c.status = 'approved' and c.emergency_by is not null and c.emergency_confirmed_at is null
      and c.emergency_expires_at > ${now}::timestamptz and ${others} and c.emergency_by <> ${me}`;
}
