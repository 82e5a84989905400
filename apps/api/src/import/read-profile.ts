import { join } from 'node:path';
import { kinds } from '@backstop/core/kinds';
import { parsePolicy, policyId, type PolicyEnvelope } from '@backstop/core/policy';
import { parseInstant, type Instant } from '@backstop/core/venue';
import type { FileProblem, Planned } from './import-plan.ts';
import { parseJson, readJson, readText } from './read-json.ts';
import { parseSetFile, type SetFile } from './set-file.ts';

/** A profile as it lies on disk, every policy parsed. */
export interface Profile {
  readonly name: string;
  readonly effectiveFrom: Instant;
  /** In the order of the list, the valuation first. */
  readonly policies: readonly PolicyEnvelope[];
  /** The lines of its history, each parsed from JSON; null where it has none. */
  readonly history: History | null;
}

export interface History {
  readonly file: string;
  readonly lines: readonly unknown[];
  /** Where each of them stands in the file, from 1: blank lines are passed over. */
  readonly numbers: readonly number[];
}

const SET_FILE = 'set.json';

/** Reads the profile in a folder, or says everything that is wrong in any of its files. */
export async function readProfile(folder: string): Promise<Planned<Profile>> {
  const json = await readJson(join(folder, SET_FILE), SET_FILE);
  if (!json.ok) return json;
  const set = parseSetFile(json.value);
  if (!set.ok) return { ok: false, problems: set.problems.map((problem) => ({ ...problem, file: SET_FILE })) };
  const problems: FileProblem[] = [];
  const effectiveFrom = parseInstant(set.value.effectiveFrom);
  if (effectiveFrom === null) {
    const message = `\`${set.value.effectiveFrom}\` is no instant in UTC such as "2020-01-01T00:00:00Z"`;
    problems.push({ code: 'instant_must_exist', path: '/effectiveFrom', message, file: SET_FILE });
  }
  const policies = await readPolicies(folder, set.value, problems);
  const history = await readHistory(folder, set.value.history, problems);
  if (effectiveFrom === null || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { name: set.value.profile, effectiveFrom, policies, history } };
}

async function readPolicies(folder: string, set: SetFile, problems: FileProblem[]): Promise<PolicyEnvelope[]> {
  const policies: PolicyEnvelope[] = [];
  const files = new Map<string, string>();
  const take = (input: unknown, file: string, pathOf: (path: string) => string = (path) => path): void => {
    const parsed = parsePolicy(input, kinds);
    if (!parsed.ok) {
      problems.push(...parsed.problems.map((problem) => ({ ...problem, path: pathOf(problem.path), file })));
      return;
    }
    const id = policyId(parsed.value.kind, parsed.value.key);
    const earlier = files.get(id);
    if (earlier === undefined) policies.push(parsed.value);
    else
      problems.push({ code: 'policy_repeated', path: '/key', message: `\`${id}\` stands in ${earlier} already`, file });
    files.set(id, file);
  };
  take(valuationOf(set), SET_FILE, (path) => path.replace(/^\/document/, ''));
  for (const file of set.policies) {
    const json = await readJson(join(folder, file), file);
    if (json.ok) take(json.value, file);
    else problems.push(...json.problems);
  }
  return policies;
}

/** What the set says of itself becomes a policy, so that it has versions like any other. */
function valuationOf({ valuationAsset, collateralMode, tags }: SetFile): unknown {
  return {
    kind: 'valuation',
    key: 'default',
    title: 'Valuation',
    scope: { contracts: '*' },
    document: { valuationAsset, collateralMode, tags },
  };
}

async function readHistory(folder: string, file: string | undefined, problems: FileProblem[]): Promise<History | null> {
  if (file === undefined) return null;
  const text = await readText(join(folder, file), file);
  if (!text.ok) {
    problems.push(...text.problems);
    return null;
  }
  const lines: unknown[] = [];
  const numbers: number[] = [];
  for (const [index, line] of text.value.split('\n').entries()) {
    if (line.trim() === '') continue;
    const json = parseJson(line, `${file}:${index + 1}`);
    if (!json.ok) problems.push(...json.problems);
    else {
      lines.push(json.value);
      numbers.push(index + 1);
    }
  }
  return { file, lines, numbers };
}
