import { kinds } from '@backstop/core/kinds';
import { parsePolicyId, shapePolicy, type PolicyVersion } from '@backstop/core/policy';
import type { Parsed, Problem } from '@backstop/core/problem';
import type { EntryRequest } from '@backstop/contracts';
import { digested } from '../policies/digested.ts';
import type { StoredEntry } from './stored-change.ts';

/** What is in force when the change would take effect, by policy. */
export type VersionsInForce = ReadonlyMap<string, PolicyVersion>;

/** What there is to write a change against. */
export interface VersionsKnown {
  readonly inForce: VersionsInForce;
  readonly isApproved: (policy: string, version: number) => boolean;
}

/**
 * The entries of a draft as they are stored: documents by the shape of their kind, digests over their canonical bytes.
 * What the checks of a kind say is left to a draft's author to mend in time. Every problem at once, below `/entries`.
 * `isApproved` says which versions there are to be written against.
 */
export function parseEntries(
  requests: readonly EntryRequest[],
  { inForce, isApproved }: VersionsKnown,
  writtenBy: string,
): Parsed<readonly StoredEntry[]> {
  const entries: StoredEntry[] = [];
  const problems: Problem[] = [];
  for (const [at, request] of requests.entries()) {
    const path = `/entries/${String(at)}`;
    if (requests.findIndex(({ policy }) => policy === request.policy) < at) {
      problems.push({ code: 'duplicate_policy', path, message: `\`${request.policy}\` is in the change already` });
      continue;
    }
    const current = inForce.get(request.policy) ?? null;
    const said = saidBy(request, current);
    if (!said.ok) {
      problems.push(...said.problems.map((problem) => ({ ...problem, path: path + problem.path })));
      continue;
    }
    const base = request.base === undefined ? (current?.version ?? null) : request.base;
    const { policy, mode } = request;
    if (base !== null && !isApproved(policy, base)) {
      const message = `\`${policy}\` has no approved version ${String(base)}`;
      problems.push({ code: 'unknown_version', path: `${path}/base`, message });
      continue;
    }
    entries.push({ ...said.value, ...digested(said.value), policy, base, mode, writtenBy });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: entries };
}

type Said = Pick<StoredEntry, 'kind' | 'title' | 'scope' | 'document' | 'ends'>;

/** An end keeps title and scope of what it ends. */
function saidBy({ policy, title, scope, document }: EntryRequest, current: PolicyVersion | null): Parsed<Said> {
  const parts = parsePolicyId(policy);
  const kind = parts?.kind ?? '';
  if (document === null) {
    if (current !== null) {
      return { ok: true, value: { kind, title: current.title, scope: current.scope, document: null, ends: true } };
    }
    const message = `\`${policy}\` is not in force: there is nothing to end`;
    return { ok: false, problems: [{ code: 'end_without_policy', path: '/document', message }] };
  }
  const parsed = shapePolicy({ kind, key: parts?.key, title, scope, document }, kinds);
  if (!parsed.ok) {
    return { ok: false, problems: parsed.problems.map((problem) => ({ ...problem, path: placeOf(problem.path) })) };
  }
  const { title: name, scope: about, document: rules } = parsed.value;
  return { ok: true, value: { kind, title: name, scope: about, document: rules, ends: false } };
}

/** Kind and key of the envelope stand in the policy's id. */
function placeOf(path: string): string {
  return path === '/kind' || path === '/key' ? '/policy' : path;
}
