import { pathOf, paths } from '@backstop/contracts';
import type {
  ApiKeyRequest,
  ApiKeyResource,
  NewApiKeyResource,
  NewPersonResource,
  PersonEdit,
  PersonRequest,
  PersonResource,
  RotationRequest,
} from '@backstop/contracts';
import { totalOf } from './contentRange.ts';
import { request } from './request.ts';

/** Rows of a catalog, and how many there are in all. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

type Query = Readonly<Record<string, string | number | undefined>>;

/** What the console asks about people and API keys. */
export const peopleApi = {
  people: (query: Query, signal?: AbortSignal): Promise<Rows<PersonResource>> => catalog(paths.people, query, signal),
  person: async (id: string, signal?: AbortSignal): Promise<{ person: PersonResource; etag: string }> => {
    const { body, headers } = await request(pathOf(paths.person, { id }), { signal });
    return { person: body as PersonResource, etag: headers.get('etag') ?? '' };
  },
  addPerson: async (body: PersonRequest, idempotencyKey: string): Promise<NewPersonResource> =>
    (await request(paths.people, { method: 'POST', body, idempotencyKey })).body as NewPersonResource,
  editPerson: async (id: string, body: PersonEdit, ifMatch: string): Promise<void> => {
    await request(pathOf(paths.person, { id }), { method: 'PATCH', body, ifMatch });
  },
  resetPassword: async (id: string, idempotencyKey: string): Promise<NewPersonResource> =>
    (await request(pathOf(paths.personResetPassword, { id }), { method: 'POST', idempotencyKey }))
      .body as NewPersonResource,
  keys: (query: Query, signal?: AbortSignal): Promise<Rows<ApiKeyResource>> => catalog(paths.apiKeys, query, signal),
  addKey: async (body: ApiKeyRequest, idempotencyKey: string): Promise<NewApiKeyResource> =>
    (await request(paths.apiKeys, { method: 'POST', body, idempotencyKey })).body as NewApiKeyResource,
  rotateKey: async (id: string, body: RotationRequest, idempotencyKey: string): Promise<NewApiKeyResource> =>
    (await request(pathOf(paths.apiKeyRotate, { id }), { method: 'POST', body, idempotencyKey }))
      .body as NewApiKeyResource,
  revokeKey: async (id: string): Promise<void> => {
    await request(pathOf(paths.apiKey, { id }), { method: 'DELETE' });
  },
};

async function catalog<Row>(path: string, query: Query, signal?: AbortSignal): Promise<Rows<Row>> {
  const { body, headers } = await request(path, { query, signal });
  const rows = body as readonly Row[];
  return { rows, total: totalOf(headers.get('content-range')) ?? rows.length };
}
