import { pathOf, paths, policyVersionResource, type ChangeResource } from '@backstop/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, acted, digestOf, draft, type ActAnswer } from '../../support/change-acts.ts';
import { movedLadder, raised } from '../../support/moved-ladder.ts';
import { signIn, type SignedIn } from '../../support/sign-in.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';

const HOUR = 3_600_000;

let app: TestApp;
let ada: SignedIn;
let piet: SignedIn;
let emma: SignedIn;
let now = Date.now();

beforeAll(async () => {
  app = await startApp({ clock: () => now });
  [ada, piet, emma] = [await signIn(app.url, 'ada'), await signIn(app.url, 'piet'), await signIn(app.url, 'emma')];
});

afterAll(() => app.stop());

async function submit(entries: readonly object[], beside: object = {}, by = ada): Promise<ChangeResource> {
  return acted(by, 'changeSubmit', await draft(by, { reason: 'a test', entries, ...beside }));
}

function activate(change: ChangeResource): Promise<ChangeResource> {
  return acted(emma, 'changeEmergency', change, { digest: digestOf(change), reason: 'now' });
}

/** Emma alone lets a raise take effect. */
async function emergency(policy: string, part: number): Promise<ChangeResource> {
  const active = await activate(await submit([await movedLadder(emma, policy, part)], {}, emma));
  now += 5000;
  return active;
}

async function current(policy: string) {
  const rows = (await (await ada.fetch(`${pathOf(paths.policyVersions, { id: policy })}?limit=100`)).json()) as {
    version: number;
    status: string;
  }[];
  const version = rows.find(({ status }) => status === 'active')?.version ?? 1;
  const { title, scope, document } = policyVersionResource.parse(
    await (await ada.fetch(pathOf(paths.policyVersion, { id: policy, version }))).json(),
  );
  return { policy, title, scope, document };
}

function codesOf({ problem }: ActAnswer): string[] {
  return (problem?.errors ?? []).map(({ code }) => code);
}

describe('an emergency', () => {
  it('never changes what bounds it', async () => {
    const entry = await current('change-guardrail.default');
    const document = { ...entry.document, limits: [], envelopes: [] };
    const submitted = await submit([{ ...entry, document }], {}, emma);
    expect(await act(emma, 'changeEmergency', submitted, { digest: digestOf(submitted), reason: 'now' })).toMatchObject(
      { status: 409, problem: { code: 'guardrail_must_not_be_changed_in_emergency' } },
    );
  });

  it('goes no further than one, however many follow each other, and none ends later than the first', async () => {
    const policy = 'margin-tiers.ADAUSDT';
    const first = await emergency(policy, 0.2);
    const more = await submit([await movedLadder(emma, policy, 0.2)], {}, emma).catch((error: unknown) => error);
    // Either its submission is refused already, or its activation is.
    if (more instanceof Error) expect(more.message).toContain('status');
    else {
      const change = more as ChangeResource;
      const answer = await act(emma, 'changeEmergency', change, { digest: digestOf(change), reason: 'again' });
      expect(answer).toMatchObject({ status: 422, problem: { code: 'change_must_have_no_problems' } });
    }
    const less = await emergency(policy, -0.05);
    expect(Date.parse(less.emergency?.expiresAt ?? '')).toBeLessThanOrEqual(
      Date.parse(first.emergency?.expiresAt ?? ''),
    );
  });

  it('is not brought back by whoever let it end unconfirmed', async () => {
    const policy = 'margin-tiers.BCHUSDT';
    await emergency(policy, 0.1);
    now += 4 * HOUR + 10_000;
    [ada, piet, emma] = [await signIn(app.url, 'ada'), await signIn(app.url, 'piet'), await signIn(app.url, 'emma')];
    const again = await submit([await movedLadder(emma, policy, 0.1)], {}, emma);
    expect(await act(emma, 'changeEmergency', again, { digest: digestOf(again), reason: 'again' })).toMatchObject({
      status: 409,
      problem: { code: 'emergency_must_not_be_repeated' },
    });
  });

  it('is not made to stand by a change that seems to do nothing', async () => {
    const policy = 'margin-tiers.ETHUSDT';
    await emergency(policy, 0.2);
    const entry = await current(policy);
    const entries = [{ ...entry, title: `${entry.title}.` }];
    // By the time that its notice allows, the emergency has ended, and what it was written against is not in force.
    expect(await act(ada, 'changeSubmit', await draft(ada, { reason: 'a title', entries }))).toMatchObject({
      status: 409,
      problem: { code: 'change_base_must_be_current' },
    });
    const soon = { reason: 'a title', entries, effectiveFrom: new Date(now + 600_000).toISOString() };
    const answer = await act(ada, 'changeSubmit', await draft(ada, soon));
    expect(answer).toMatchObject({ status: 422, problem: { code: 'change_must_have_no_problems' } });
    expect(codesOf(answer)).toContain('change_notice_must_be_kept');
  });
});

describe('a bound', () => {
  it('holds where a change ends by itself, as where it begins', async () => {
    const entry = await movedLadder(ada, 'margin-tiers.LINKUSDT', -0.8);
    const effectiveUntil = new Date(now + 60_000).toISOString();
    const drafted = await draft(ada, { reason: 'a gift', entries: [entry], effectiveUntil });
    const answer = await act(ada, 'changeSubmit', drafted);
    expect(answer).toMatchObject({ status: 422, problem: { code: 'change_must_have_no_problems' } });
    expect(codesOf(answer)).toContain('change_outcome_must_be_within_envelope');
    expect(codesOf(answer)).toContain('change_notice_must_be_kept');
  });

  it('holds for a policy that comes back, against what it said last, under whatever name', async () => {
    const contract = 'XRPUSDT';
    const ladder = await movedLadder(ada, `margin-tiers.${contract}`, 0.28);
    const specification = await current('contract-specification.default');
    const document = specification.document as { contracts: { contract: string; listing: string }[] };
    const without = document.contracts.map((row) =>
      row.contract === contract ? { ...row, listing: 'delisted' } : row,
    );
    const end = { policy: ladder.policy, title: ladder.title, scope: ladder.scope, document: null };
    const gone = await submit([end, { ...specification, document: { ...document, contracts: without } }]);
    await acted(piet, 'changeApprove', gone, { digest: digestOf(gone) });
    now += 2 * HOUR;
    [ada, piet] = [await signIn(app.url, 'ada'), await signIn(app.url, 'piet')];
    for (const policy of [ladder.policy, 'margin-tiers.another']) {
      const back = await draft(ada, { reason: 'back', entries: [{ ...ladder, policy }, specification] });
      const answer = await act(ada, 'changeSubmit', back);
      expect(answer).toMatchObject({ status: 422, problem: { code: 'change_must_have_no_problems' } });
      expect(codesOf(answer)).toContain('change_rise_must_be_within_limit');
    }
  });

  it('an ordinary raise is what it was', async () => {
    expect(await submit([await raised(ada, 'margin-tiers.ATOMUSDT')])).toMatchObject({ effect: 'can-liquidate' });
  });
});
