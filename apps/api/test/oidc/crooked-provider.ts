import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { CLIENT } from './identity-provider.js';

type Key = CryptoKey;

/** What the provider answers to the next exchange of a code. */
export interface Crooked {
  readonly claims?: JWTPayload;
  /** `none` has no signature, `strange` another key’s. */
  readonly signature?: 'own' | 'none' | 'strange';
  readonly status?: number;
  readonly body?: object | string;
}

/** A provider that answers whatever a test wants, with the right key or a wrong one. It shows no page: a code is what the test says. */
export class CrookedProvider {
  next: Crooked = {};
  /** What is different in its discovery document. */
  metadata: Readonly<Record<string, unknown>> = {};
  /** Forms that were sent to its token endpoint. */
  readonly exchanges: URLSearchParams[] = [];

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
    private readonly keys: { readonly own: Key; readonly strange: Key; readonly shown: object },
  ) {}

  static async listen(): Promise<CrookedProvider> {
    const [own, strange] = await Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256')]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const shown = { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] };
    const provider = new CrookedProvider(issuer, server, { own: own.privateKey, strange: strange.privateKey, shown });
    server.on('request', (request, response) => {
      provider.#answer(request, response).catch(() => response.writeHead(500).end());
    });
    return provider;
  }

  /** A token of this provider, with whatever claims. */
  async sign(
    claims: JWTPayload,
    { signature = 'own', typ = 'JWT' }: { signature?: Crooked['signature']; typ?: string } = {},
  ): Promise<string> {
    if (signature === 'none') return new UnsecuredJWT(claims).encode();
    const key = signature === 'own' ? this.keys.own : this.keys.strange;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one', typ }).sign(key);
  }

  stop(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path] = (request.url ?? '').split('?');
    if (path === '/.well-known/openid-configuration') json(response, 200, this.#discovery());
    else if (path === '/keys') json(response, 200, this.keys.shown);
    else if (path === '/token') await this.#exchange(request, response);
    else if (path === '/me') json(response, 200, { sub: 'vera', groups: ['club-officers'], name: 'Vera of elsewhere' });
    else response.writeHead(404).end();
  }

  async #exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let form = '';
    for await (const chunk of request) form += String(chunk);
    this.exchanges.push(new URLSearchParams(form));
    const { claims = {}, signature, status = 200, body } = this.next;
    const tokens = {
      access_token: 'an access token',
      token_type: 'Bearer',
      id_token: await this.sign(claims, { signature: signature ?? 'own' }),
    };
    json(response, status, body ?? tokens);
  }

  #discovery(): object {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/auth`,
      token_endpoint: `${this.issuer}/token`,
      userinfo_endpoint: `${this.issuer}/me`,
      jwks_uri: `${this.issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
      ...this.metadata,
    };
  }
}

/** Claims that are different, or missing where they are `undefined`. */
export type Changes = Readonly<Record<string, unknown>>;

/** The claims of a sign-in that has just been made, for the client of the tests. */
export function goodClaims(issuer: string, nonce: string, changes: Changes = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1_000);
  const person = { sub: 'vera', sid: 'a session', groups: ['club-officers'], amr: ['mfa'], auth_time: now };
  return without({ iss: issuer, aud: CLIENT.id, iat: now, exp: now + 60, nonce, ...person, ...changes });
}

/** The claims of a logout token of the same person. */
export function logoutClaims(issuer: string, changes: Changes = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1_000);
  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const token = { iss: issuer, aud: CLIENT.id, iat: now, exp: now + 120, jti: randomUUID(), events };
  return without({ ...token, sub: 'vera', sid: 'a session', ...changes });
}

function without(claims: Changes): JWTPayload {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

function json(response: ServerResponse, status: number, body: object | string): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json' }).end(text);
}
