import loss from './fixtures/loss.json';
import plan from './fixtures/plan.json';

/** What the service would answer, by the end of the path; anything else it has not. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  '/v1/liquidations': plan,
  '/v1/losses': [loss],
  '/v1/session': { person: null, csrfToken: null, expiresAt: null, demo: null, oidc: null },
};

/** In place of the service: stories stand alone. */
export function answerFromFixtures(): void {
  globalThis.fetch = (input) => {
    const address = input instanceof Request ? input.url : String(input);
    const body = ANSWERS[new URL(address, location.href).pathname];
    const status = body === undefined ? 404 : 200;
    return Promise.resolve(new Response(JSON.stringify(body ?? {}), { status }));
  };
}
