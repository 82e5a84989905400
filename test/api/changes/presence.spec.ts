import { changePresence, pathOf, paths, PRESENCE_SECONDS, type ChangePresence } from '@backstop/contracts';
import { formatInstant } from '@backstop/core/venue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acted, digestOf, draft, edit, read } from '../../support/change-acts.ts';
import { expectProblem } from '../../support/expect-problem.ts';
import { loosened } from '../../support/moved-ladder.ts';
import { startApp, type TestApp } from '../../support/start-app.ts';
import { signIn, type SignedIn } from '../../support/sign-in.ts';

let app: TestApp;
let ada: SignedIn;
let abel: SignedIn;
let piet: SignedIn;
let vera: SignedIn;
let now = Date.parse('2026-06-01T12:00:00Z');

beforeAll(async () => {
  app = await startApp({ clock: () => now });
  [ada, abel, piet] = [await signIn(app.url, 'ada'), await signIn(app.url, 'abel'), await signIn(app.url, 'piet')];
  vera = await app.signInAs('viewer');
});

afterAll(() => app.stop());

const newDraft = (): Promise<string> => draft(ada, { reason: 'edited by two' }).then(({ id }) => id);

const sent = (by: Pick<SignedIn, 'fetch'>, method: string, id: string, init: RequestInit = {}): Promise<Response> =>
  by.fetch(pathOf(paths.changePresence, { id }), { ...init, method });

async function told(answer: Promise<Response>): Promise<ChangePresence['people']> {
  const response = await answer;
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return changePresence.parse(await response.json()).people;
}

const idsOf = (people: ChangePresence['people']): string[] => people.map(({ person }) => person);
const later = (seconds: number): void => {
  now += seconds * 1000;
};
const rows = async (): Promise<number> => {
  const [row] = await app.dataSource.query<{ count: number }[]>(
    'select count(*)::integer as count from change_presence',
  );
  return row?.count ?? 0;
};

describe('who edits a draft', () => {
  it('is told to each who edits it and to whoever may read it, by when they began', async () => {
    const id = await newDraft();
    const since = formatInstant(now);
    expect(await told(sent(ada, 'PUT', id))).toEqual([{ person: ada.person.id, since }]);
    later(10);
    expect(idsOf(await told(sent(abel, 'PUT', id)))).toEqual([ada.person.id, abel.person.id]);
    later(10);
    expect((await told(sent(ada, 'PUT', id)))[0]).toEqual({ person: ada.person.id, since });
    expect(idsOf(await told(sent(vera, 'GET', id)))).toEqual([ada.person.id, abel.person.id]);
    expect(await told(sent(ada, 'GET', await newDraft()))).toEqual([]);
  });

  it('is gone once they say so, and once they have said nothing for a while', async () => {
    const id = await newDraft();
    await told(sent(ada, 'PUT', id));
    await told(sent(abel, 'PUT', id));
    expect((await sent(ada, 'DELETE', id)).status).toBe(204);
    expect(idsOf(await told(sent(vera, 'GET', id)))).toEqual([abel.person.id]);
    later(PRESENCE_SECONDS);
    expect(idsOf(await told(sent(vera, 'GET', id)))).toEqual([abel.person.id]);
    later(1);
    expect(await told(sent(vera, 'GET', id))).toEqual([]);
  });

  it('begins anew after having been gone, and leaves no row of anybody else behind', async () => {
    const [id, other] = [await newDraft(), await newDraft()];
    await told(sent(ada, 'PUT', id));
    await told(sent(abel, 'PUT', other));
    later(PRESENCE_SECONDS + 1);
    expect(await told(sent(ada, 'PUT', id))).toEqual([{ person: ada.person.id, since: formatInstant(now) }]);
    expect(await rows()).toBe(1);
  });

  it('is whoever asks, whatever the body says', async () => {
    const id = await newDraft();
    const init = { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ person: abel.person.id }) };
    expect(idsOf(await told(sent(ada, 'PUT', id, init)))).toEqual([ada.person.id]);
  });

  it('learns the revision that somebody else has made', async () => {
    const id = await newDraft();
    const change = await read(ada, id);
    expect(await edit(abel, change, { reason: 'by another' })).toMatchObject({ status: 200 });
    const answer = changePresence.parse(await (await sent(ada, 'PUT', id)).json());
    expect(answer.revision).toBe(change.revision + 1);
  });
});

describe('nobody is present', () => {
  it('by an API key, nor by a role that edits nothing', async () => {
    const id = await newDraft();
    for (const method of ['PUT', 'DELETE']) {
      await expectProblem(await sent(app, method, id), 'permission_denied');
      await expectProblem(await sent(vera, method, id), 'permission_denied');
    }
  });

  it('at what is closed, or is no change', async () => {
    const change = await acted(
      ada,
      'changeSubmit',
      await draft(ada, { reason: 'soon closed', entries: [await loosened(ada, 'margin-tiers.BTCUSDT')] }),
    );
    await told(sent(ada, 'PUT', change.id));
    await acted(piet, 'changeApprove', change, { digest: digestOf(change) });
    await expectProblem(await sent(ada, 'PUT', change.id), 'change_must_be_open');
    for (const id of ['none', '00000000-0000-4000-8000-000000000000']) {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        await expectProblem(await sent(ada, method, id), 'change_not_found');
      }
    }
  });
});

it('many say so at once, and each is there once', async () => {
  const id = await newDraft();
  const answers = Array.from({ length: 20 }, (_, index) => told(sent(index % 2 === 0 ? ada : abel, 'PUT', id)));
  await Promise.all(answers);
  expect(idsOf(await told(sent(vera, 'GET', id))).toSorted()).toEqual([ada.person.id, abel.person.id].toSorted());
});
