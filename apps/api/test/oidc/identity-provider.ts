import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

/** Whoever signs in at the provider next. */
export interface Person {
  readonly sub: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly amr?: readonly string[];
  readonly acr?: string;
  /** They go back without having signed in. */
  readonly cancels?: boolean;
}

export const CLIENT = { id: 'habeas', secret: 'a secret of the client' };

/** A real provider, on this machine, in which somebody signs in without being asked for anything. */
export class IdentityProvider {
  /** Who sits at the browser. */
  person: Person = { sub: 'nobody' };
  /** What it has called the sessions of those who have signed in, oldest first. */
  readonly sessions: string[] = [];
  readonly #claims = new Map<string, Readonly<Record<string, unknown>>>();
  #provider: Provider | undefined;

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
  ) {}

  /** Listens; it is down (503) until {@link open}. */
  static async listen(): Promise<IdentityProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const provider = new IdentityProvider(`http://127.0.0.1:${String(port)}`, server);
    server.on('request', (request, response) => {
      provider.#answer(request, response).catch(() => response.writeHead(500).end());
    });
    return provider;
  }

  /** Serves a service at this address. */
  async open(service: string): Promise<void> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    this.#provider = new Provider(this.issuer, this.#configuration(service, key));
    this.#provider.on('grant.success', ({ oidc }) => {
      this.sessions.push(String(oidc.entities.AuthorizationCode?.['sid']));
    });
  }

  /** Is down again. */
  shut(): void {
    this.#provider = undefined;
  }

  /** Tells the service that somebody's session is over. */
  async logOut(sub: string, sid: string): Promise<void> {
    const client = await this.#provider?.Client.find(CLIENT.id);
    await (client as unknown as { backchannelLogout(sub: string, sid: string): Promise<void> }).backchannelLogout(sub, sid);
  }

  stop(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const provider = this.#provider;
    if (provider === undefined) response.writeHead(503).end();
    else if (request.url?.startsWith('/interaction/') === true) await this.#interact(provider, request, response);
    else await provider.callback()(request, response);
  }

  async #interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { sub, claims = {}, amr, acr, cancels } = this.person;
    this.#claims.set(sub, claims);
    const result =
      cancels === true
        ? { error: 'access_denied', error_description: 'The person went back.' }
        : { login: { accountId: sub, ...(amr && { amr: [...amr] }), ...(acr && { acr }) } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }

  #configuration(service: string, key: object): Configuration {
    return {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [`${service}/session/oidc/callback`, `${service}/ask/hostel/signed-in`],
          post_logout_redirect_uris: [`${service}/`],
          grant_types: ['authorization_code'],
          response_types: ['code'],
          backchannel_logout_uri: `${service}/session/oidc/backchannel`,
          backchannel_logout_session_required: true,
        },
      ],
      jwks: { keys: [key] },
      cookies: { keys: ['a key of the test'] },
      acrValues: ['urn:example:two-factors'],
      claims: {
        openid: ['sub', 'groups', 'access', 'acr', 'amr'],
        profile: ['name', 'email'],
        email: ['email', 'email_verified'],
      },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...this.#claims.get(sub) }) }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId: CLIENT.id, accountId: oidc.session?.accountId ?? '' });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
      ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Grant: 60, Interaction: 600, Session: 600 },
      // Its own guard refuses addresses of this machine
      fetch: (url, { dispatcher: _guard, ...init }: RequestInit & { dispatcher?: unknown }) => fetch(url, init),
    } as Configuration;
  }
}
