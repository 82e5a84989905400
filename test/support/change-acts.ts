import { changeResource, pathOf, paths, type ChangeResource } from '@backstop/contracts';
import { expect } from 'vitest';
import type { SignedIn } from './sign-in.ts';

/** An answer about a change: the change where it went well, the problem otherwise. */
export interface ActAnswer {
  readonly status: number;
  readonly change: ChangeResource | null;
  readonly problem: {
    readonly code: string;
    readonly detail: string;
    readonly errors: readonly { code: string }[];
  } | null;
}

/** The part of a path that an act on a change has. */
export type ActPath =
  | 'changeSubmit'
  | 'changeApprove'
  | 'changeReject'
  | 'changeWithdraw'
  | 'changeCancel'
  | 'changeEmergency'
  | 'changeConfirm'
  | 'changeRebase';

/** Drafts a change, and expects that to go well. */
export async function draft(by: SignedIn, body: object): Promise<ChangeResource> {
  const answer = await answered(await by.fetch(paths.changes, posted(body)));
  expect(answer).toMatchObject({ status: 201 });
  if (answer.change === null) throw new Error('no change was drafted');
  return answer.change;
}

/** Does something to a change as it was last read. */
export async function act(by: SignedIn, path: ActPath, change: ChangeResource, body: object = {}): Promise<ActAnswer> {
  const { id, revision } = change;
  const headers = { 'if-match': `"${String(revision)}"` };
  return answered(await by.fetch(pathOf(paths[path], { id }), posted(body, headers)));
}

/** Does something to a change, and expects that to go well. */
export async function acted(
  by: SignedIn,
  path: ActPath,
  change: ChangeResource,
  body: object = {},
): Promise<ChangeResource> {
  const answer = await act(by, path, change, body);
  expect(answer).toMatchObject({ status: 200, problem: null });
  if (answer.change === null) throw new Error('no change was answered');
  return answer.change;
}

/** Edits a change as it was last read. */
export async function edit(by: SignedIn, { id, revision }: ChangeResource, body: object): Promise<ActAnswer> {
  const init = posted(body, { 'if-match': `"${String(revision)}"` });
  return answered(await by.fetch(pathOf(paths.change, { id }), { ...init, method: 'PATCH' }));
}

/** The change as it stands now. */
export async function read(by: SignedIn, id: string): Promise<ChangeResource> {
  const { change } = await answered(await by.fetch(pathOf(paths.change, { id })));
  if (change === null) throw new Error(`there is no change ${id}`);
  return change;
}

/** The digest that a review of a submission names. */
export function digestOf({ submission }: ChangeResource): string {
  return submission?.digest ?? '';
}

async function answered(response: Response): Promise<ActAnswer> {
  const body: unknown = await response.json();
  const { status } = response;
  if (status < 400) return { status, change: changeResource.parse(body), problem: null };
  return { status, change: null, problem: body as ActAnswer['problem'] };
}

function posted(body: object, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
