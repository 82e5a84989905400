import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** A real identity provider on a port of its own, at which one signs in without a page. */
export interface TestProvider {
  readonly issuer: string;
  /** Who signs in next, and what is told of them. */
  signsIn: { readonly subject: string; readonly claims: Readonly<Record<string, unknown>> };
  readonly stop: () => Promise<void>;
}

/** With one client, which may send browsers back to one address. */
export async function startProvider(client: {
  readonly id: string;
  readonly secret: string;
  readonly redirectUri: string;
}): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the provider has no port');
  const issuer = `http://127.0.0.1:${String(address.port)}`;
  const self: TestProvider = {
    issuer,
    signsIn: { subject: 'nobody', claims: {} },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'roles', 'email'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...self.signsIn.claims }) }),
    // Whoever comes is let through: signing in and agreeing are the provider's business.
    interactions: { url: () => '/never' },
    loadExistingGrant: async (context) => {
      const { client: asking, session, provider: own } = context.oidc;
      const grant = new own.Grant({ accountId: session?.accountId ?? '', clientId: asking?.clientId ?? '' });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  server.on('request', (request, response) => {
    if (request.url !== '/never') {
      void callback(request, response);
      return;
    }
    const result = { login: { accountId: self.signsIn.subject } };
    provider
      .interactionFinished(request, response, result, { mergeWithLastSubmission: false })
      .catch((error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      });
  });
  return self;
}
