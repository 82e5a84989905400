import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  kindResource,
  pathOf,
  paths,
  policyResource,
  policySetResource,
  policyVersionResource,
  policyVersionSummary,
  type PolicyResource,
} from '@backstop/contracts';
import { expectProblem } from '../support/expect-problem.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

interface Listed {
  readonly rows: readonly PolicyResource[];
  readonly range: string | null;
}

async function list(query: string): Promise<Listed> {
  const response = await app.fetch(`${paths.policies}?${query}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('accept-ranges')).toBe('policies');
  return {
    rows: z.array(policyResource.strict()).parse(await response.json()),
    range: response.headers.get('content-range'),
  };
}

describe('the catalog', () => {
  it('comes a page at a time and says which rows of how many', async () => {
    const { rows, range } = await list('');
    expect(rows).toHaveLength(25);
    expect(range).toMatch(/^policies 0-24\/\d+$/);
  });

  it('has each row on exactly one page, whatever it is sorted by', async () => {
    for (const sort of ['id', 'kind', 'title', 'version', 'effectiveFrom', 'status']) {
      const { rows: all } = await list(`limit=1000&sort=${sort}`);
      const pages = await Promise.all(
        Array.from({ length: Math.ceil(all.length / 100) }, (_, page) =>
          list(`limit=100&offset=${String(page * 100)}&sort=${sort}`),
        ),
      );
      expect(pages.flatMap(({ rows }) => rows)).toEqual(all);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    }
  });

  it('sorts both ways', async () => {
    const { rows: up } = await list('limit=1000&sort=id&order=asc');
    const { rows: down } = await list('limit=1000&sort=id&order=DESC');
    const ids = up.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(down).toEqual([...up].reverse());
  });

  it('filters by kind, several of them too', async () => {
    const { rows } = await list('kind=valuation,contract-specification&limit=1000');
    expect(rows.map(({ id }) => id)).toEqual(['contract-specification.default', 'valuation.default']);
  });

  it('filters by contract', async () => {
    const { rows } = await list('contract=BTCUSDT');
    expect(rows.map(({ id }) => id)).toEqual(['margin-tiers.BTCUSDT']);
  });

  it('finds by a part of id or title in any case', async () => {
    const { rows } = await list('q=TIERS%20OF%20BTCUSDT');
    expect(rows.map(({ id }) => id)).toContain('margin-tiers.BTCUSDT');
  });

  it('filters by status', async () => {
    expect((await list('status=active&limit=1')).range).toBe((await list('limit=1')).range);
    expect(await list('status=ended')).toEqual({ rows: [], range: 'policies */0' });
  });

  it('answers a page behind the last with no rows', async () => {
    const { rows, range } = await list('offset=100000');
    expect(rows).toEqual([]);
    expect(range).toMatch(/^policies \*\/\d+$/);
  });

  it.each(['limit=1001', 'offset=-1', 'sort=secret', 'order=up', 'kind=%00', 'limit=5&limit=6', 'q[]=1'])(
    'refuses %s',
    async (query) => {
      await expectProblem(await app.fetch(`${paths.policies}?${query}`), 'query_must_be_valid');
    },
  );
});

describe('a policy', () => {
  const path = pathOf(paths.policy, { id: 'margin-tiers.BTCUSDT' });

  it('tells the version that speaks now', async () => {
    const policy = policyResource.strict().parse(await (await app.fetch(path)).json());
    expect(policy).toMatchObject({
      id: 'margin-tiers.BTCUSDT',
      kind: 'margin-tiers',
      key: 'BTCUSDT',
      scope: { contracts: ['BTCUSDT'] },
      version: 1,
      versions: 1,
      status: 'active',
      effectiveFrom: '2024-10-24T00:00:00Z',
    });
  });

  it('is answered with 304 to who has it', async () => {
    const tag = (await app.fetch(path)).headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[A-Za-z0-9_-]+"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await app.fetch(path, { headers: { 'if-none-match': known } });
      expect(again.status).toBe(304);
      expect(again.headers.get('etag')).toBe(tag);
      expect(await again.text()).toBe('');
    }
    const other = await app.fetch(path, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });

  it.each(['margin-tiers.NOPE', 'nothing', '__proto__', 'constructor', 'x'.repeat(150)])(
    'is not found by %s',
    async (id) => {
      await expectProblem(await app.fetch(pathOf(paths.policy, { id })), 'policy_not_found');
      await expectProblem(await app.fetch(pathOf(paths.policyVersions, { id })), 'policy_not_found');
    },
  );
});

describe('versions', () => {
  const id = 'margin-tiers.BTCUSDT';

  it('are listed with the change that brought them', async () => {
    const response = await app.fetch(pathOf(paths.policyVersions, { id }));
    expect(response.headers.get('content-range')).toBe('versions 0-0/1');
    const [version] = z.array(policyVersionSummary.strict()).parse(await response.json());
    expect(version).toMatchObject({
      version: 1,
      status: 'active',
      mode: 'enforce',
      ends: false,
      effectiveUntil: null,
      change: { origin: 'import', actor: 'system', reason: 'import of the profile perp-linear-reference' },
    });
  });

  it('have a document, and a canonical text that the digest is of', async () => {
    const response = await app.fetch(pathOf(paths.policyVersion, { id, version: 1 }));
    const version = policyVersionResource.strict().parse(await response.json());
    expect(version.document).toMatchObject({ model: 'step', basis: 'notional' });
    expect(hash('sha256', version.canonical ?? '')).toBe(version.digest);
    expect(JSON.parse(version.canonical ?? '')).toEqual({ document: version.document, scope: version.scope });
  });

  it.each(['0', '2', '-1', '1.5', '01', 'latest', '99999999999999999999'])('are not found by %s', async (version) => {
    const response = await app.fetch(pathOf(paths.policyVersion, { id, version }));
    await expectProblem(response, 'policy_version_not_found');
  });
});

describe('the policy set in force', () => {
  it('names every version, and its hash is of their digests', async () => {
    const response = await app.fetch(paths.currentPolicySet);
    const set = policySetResource.strict().parse(await response.json());
    const { range } = await list('limit=1');
    expect(range).toBe(`policies 0-0/${String(set.versions.length)}`);
    const lines = set.versions.map(({ policy, digest }) => `${policy},${digest}`);
    expect(hash('sha256', lines.sort().join('\n'))).toBe(set.hash);
    expect(set).toMatchObject({ since: '2024-10-24T00:00:00Z', nextChangeAt: null });
  });

  it('keeps its tag while nothing changes, though the clock goes on', async () => {
    const tag = (await app.fetch(paths.currentPolicySet)).headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\//);
    const again = await app.fetch(paths.currentPolicySet, { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
  });

  it('answers what was in force at an instant', async () => {
    const response = await app.fetch(`${paths.currentPolicySet}?asOf=2025-01-01T00:00:00Z`);
    expect(await response.json()).toMatchObject({ asOf: '2025-01-01T00:00:00Z' });
  });

  it('was none before the first change, nor as far as was known before the import', async () => {
    const before = await app.fetch(`${paths.currentPolicySet}?asOf=2019-12-31T23:59:59Z`);
    await expectProblem(before, 'no_policy_set_in_force');
    const unknown = await app.fetch(
      `${paths.currentPolicySet}?asOf=2025-01-01T00:00:00Z&recordedAt=2025-01-01T00:00:00Z`,
    );
    await expectProblem(unknown, 'no_policy_set_in_force');
  });

  it('is not told for the future, nor for an instant that does not exist', async () => {
    const future = await app.fetch(`${paths.currentPolicySet}?asOf=2999-01-01T00:00:00Z`);
    await expectProblem(future, 'as_of_must_not_be_in_the_future');
    for (const asOf of ['2025-02-30T00:00:00Z', 'now', '2025-01-01']) {
      const response = await app.fetch(`${paths.currentPolicySet}?asOf=${asOf}`);
      const { errors } = await expectProblem(response, 'query_must_be_valid');
      expect(errors.map(({ pointer }) => pointer)).toEqual(['/asOf']);
    }
  });
});

describe('kinds', () => {
  it('bring the schema of their documents', async () => {
    const kinds = z.array(kindResource.strict()).parse(await (await app.fetch(paths.kinds)).json());
    expect(kinds.map(({ id }) => id)).toContain('margin-tiers');
    for (const kind of kinds) {
      expect(kind.schema).toHaveProperty('$schema');
      const one = await app.fetch(pathOf(paths.kind, { id: kind.id }));
      expect(await one.json()).toEqual(kind);
    }
  });

  it.each(['nothing', 'constructor'])('are not found by %s', async (id) => {
    await expectProblem(await app.fetch(pathOf(paths.kind, { id })), 'kind_not_found');
  });
});
