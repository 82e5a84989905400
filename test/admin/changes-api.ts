import { expect } from 'vitest';
import { paths, pathOf, type ChangeResource, type PolicyVersionResource } from '@backstop/contracts';
import type { Role } from '@backstop/core/access';
import type { TestApp } from '../support/start-app.ts';
import { eventually } from './open-console.ts';

type Who = Role | 'abel';

/** What journeys need to have happened before them, done through the API by people of the demonstration. */
export interface ChangesApi {
  /** Asks as somebody; `change` names the revision that a write is based on. */
  readonly ask: <Answer>(who: Who, path: string, body?: object, change?: ChangeResource) => Promise<Answer>;
  readonly send: (who: Who, path: string, body?: object, change?: ChangeResource) => Promise<Response>;
  readonly drafted: (...wanted: Wanted) => Promise<ChangeResource>;
  readonly submitted: (...wanted: Wanted) => Promise<ChangeResource>;
  readonly inForce: (contract: string, leverageMax: string, reason: string) => Promise<ChangeResource>;
}

export interface Tier {
  readonly leverageMax: string;
  readonly maintenanceMarginRate: string;
}

/** Who, of which contract, the largest leverage or another row of its first tier, and why. */
type Wanted = readonly [who: Who, contract: string, first: string | Partial<Tier>, reason: string];

export function changesApi(app: () => TestApp): ChangesApi {
  /** Asks the API as somebody of the demonstration; `change` names the revision that a write is based on. */
  async function ask<Answer>(who: Who, path: string, body?: object, change?: ChangeResource): Promise<Answer> {
    const answer = await send(who, path, body, change);
    expect([200, 201]).toContain(answer.status);
    return (await answer.json()) as Answer;
  }

  async function send(who: Who, path: string, body?: object, change?: ChangeResource): Promise<Response> {
    const person = await app().signInAs(who);
    return person.fetch(path, requestOf(path, body, change));
  }

  /** A draft with another largest leverage, or another row, as the first tier of a contract. */
  async function drafted(
    who: Who,
    contract: string,
    first: string | Partial<Tier>,
    reason: string,
  ): Promise<ChangeResource> {
    const policy = `margin-tiers.${contract}`;
    const { title, scope, document } = await ask<PolicyVersionResource>(
      who,
      pathOf(paths.policyVersion, { id: policy, version: 1 }),
    );
    const entries = [{ policy, title, scope, document: withFirst(document, first) }];
    return ask<ChangeResource>(who, paths.changes, { reason, entries });
  }

  async function submitted(
    who: Who,
    contract: string,
    first: string | Partial<Tier>,
    reason: string,
  ): Promise<ChangeResource> {
    const draft = await drafted(who, contract, first, reason);
    return ask<ChangeResource>(who, pathOf(paths.changeSubmit, { id: draft.id }), {}, draft);
  }

  /** A change that is in force. */
  async function inForce(contract: string, leverageMax: string, reason: string): Promise<ChangeResource> {
    const change = await submitted('author', contract, leverageMax, reason);
    const digest = change.submission?.digest;
    await ask('approver', pathOf(paths.changeApprove, { id: change.id }), { digest }, change);
    const now = () => ask<ChangeResource>('author', pathOf(paths.change, { id: change.id }));
    await eventually(async () => (await now()).phase).toBe('active');
    return now();
  }

  return { ask, send, drafted, submitted, inForce };
}

/** A document with another first tier. What is not stated is derived: a rate moves the deductions of every tier above. */
function withFirst(document: PolicyVersionResource['document'], first: string | Partial<Tier>): object {
  const changed = typeof first === 'string' ? { leverageMax: first } : first;
  const stated = typeof first === 'string' ? {} : { maintenanceDeduction: null };
  const tiers = document?.['tiers'] as Tier[];
  return {
    ...document,
    tiers: tiers.map((tier, index) => ({ ...tier, ...stated, ...(index === 0 ? changed : {}) })),
  };
}

function requestOf(path: string, body: object | undefined, change: ChangeResource | undefined): RequestInit {
  const isEdit = change !== undefined && path === pathOf(paths.change, { id: change.id });
  return {
    method: body === undefined ? 'GET' : isEdit ? 'PATCH' : 'POST',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(change === undefined ? {} : { 'if-match': `"${String(change.revision)}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
