import { generateKeyPairSync, verify } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError, Secret } from '@habeas/connector-sdk';
import {
  faultClassOf,
  faultOf,
  testNetwork,
  testRequest,
  virtualClock,
  type ScriptedReply,
  type ScriptedServer,
} from '../testing/index.js';
import { authSchema, resolveAuth } from './auth-schema.js';
import type { AuthContext, Authenticator } from './authenticator.js';
import { createAuthenticator } from './create-authenticator.js';

const network = testNetwork();
afterEach(() => network.close());

const signal = new AbortController().signal;
const request = testRequest('https://api.example.org/people?q=ann%27s+x');
const clock = virtualClock();

/** The manifest's words, with every value as it stands there. */
function authenticator(auth: Record<string, unknown>, context: Partial<AuthContext> = {}): Authenticator {
  const given = Object.fromEntries(Object.entries(auth).filter(([, value]) => value !== undefined));
  const scheme = resolveAuth(authSchema.parse(given), (template) => new Secret(template));
  return createAuthenticator(scheme, { http: network.open({ origins: [] }), clock, signal, ...context });
}

async function headersOf(auth: Authenticator): Promise<Readonly<Record<string, string>>> {
  return (await auth.sign(request, signal)).headers;
}

const form = ({ body }: { readonly body: string }): unknown => Object.fromEntries(new URLSearchParams(body));
const decoded = (part: string | undefined): unknown => JSON.parse(Buffer.from(part ?? '', 'base64url').toString());

describe('a token', () => {
  const issuing =
    (...more: readonly Record<string, unknown>[]): (() => ScriptedReply) =>
    () => ({ body: { access_token: `t${(issued += 1)}`, expires_in: 3600, ...more[Math.min(issued, more.length) - 1] } });
  let issued = 0;

  async function issuer(script: () => ScriptedReply): Promise<ScriptedServer> {
    issued = 0;
    return network.server(script);
  }

  function client(
    { origin }: ScriptedServer,
    auth: Record<string, unknown> = {},
    context: Partial<AuthContext> = {},
  ): Authenticator {
    const credentials = {
      type: 'client-credentials',
      tokenUrl: `${origin}/auth/token`,
      clientId: 'APIKEY',
      clientSecret: 's3cr3t',
      scope: 'auto',
    };
    return authenticator({ ...credentials, ...auth }, { http: network.open({ origins: [origin] }), ...context });
  }

  it('is asked for in the client’s name, as Wild Apricot wants it', async () => {
    const server = await issuer(issuing());
    expect(await headersOf(client(server))).toEqual({ authorization: 'Bearer t1' });
    expect(server.seen).toMatchObject([
      {
        method: 'POST',
        path: '/auth/token',
        headers: { authorization: `Basic ${Buffer.from('APIKEY:s3cr3t').toString('base64')}` },
      },
    ]);
    expect(form(server.seen[0]!)).toEqual({ grant_type: 'client_credentials', scope: 'auto' });
  });

  it('is asked for with the client in the body, with more parameters, and written after another word', async () => {
    const server = await issuer(issuing());
    const auth = client(server, { clientIn: 'body', scope: undefined, parameters: { audience: 'a' }, prefix: 'Zoho-oauthtoken' });
    expect(await headersOf(auth)).toEqual({ authorization: 'Zoho-oauthtoken t1' });
    expect(form(server.seen[0]!)).toEqual({
      grant_type: 'client_credentials',
      client_id: 'APIKEY',
      client_secret: 's3cr3t',
      audience: 'a',
    });
  });

  it('is asked for once by many, and kept until shortly before it expires', async () => {
    const server = await issuer(issuing());
    const auth = client(server);
    await Promise.all(Array.from({ length: 20 }, () => headersOf(auth)));
    await clock.advance(3_530_000);
    expect(await headersOf(auth)).toEqual({ authorization: 'Bearer t1' });
    await clock.advance(20_000);
    expect(await headersOf(auth)).toEqual({ authorization: 'Bearer t2' });
    expect(server.seen).toHaveLength(2);
  });

  it('that nobody says the end of is kept until it is refused', async () => {
    const server = await issuer(issuing({ expires_in: undefined }));
    const auth = client(server);
    const signed = await auth.sign(request, signal);
    await clock.advance(10 * 86_400_000);
    expect(await auth.sign(request, signal)).toEqual(signed);
    expect(await Promise.all(Array.from({ length: 20 }, () => auth.renew(signed, signal)))).toContain(true);
    expect(await auth.renew(signed, signal)).toBe(true);
    expect(await headersOf(auth)).toEqual({ authorization: 'Bearer t2' });
  });

  it('is waited for by each as long as it wants, and by none longer than the session', async () => {
    const session = new AbortController();
    const server = await network.server(() => undefined);
    const auth = client(server, {}, { signal: session.signal });
    const one = new AbortController();
    const [cancelled, waiting] = [auth.sign(request, one.signal), auth.sign(request, signal)];
    one.abort();
    expect(await faultClassOf(cancelled)).toBe('aborted');
    session.abort();
    expect(await faultClassOf(waiting)).toBe('aborted');
  });

  it.each([
    [{ status: 400, body: { error: 'invalid_grant', error_description: 'ann@example.org' } }, 'auth'],
    [{ status: 401 }, 'auth'],
    [{ status: 403 }, 'auth'],
    [{ status: 404 }, 'contract'],
    [{ status: 429, headers: { 'retry-after': '7' } }, 'throttle'],
    [{ status: 408 }, 'transient'],
    [{ status: 503 }, 'transient'],
    [{ body: '<html>' }, 'transient'],
    [{ body: { access_token: '' } }, 'contract'],
    [{ body: [] }, 'contract'],
    [{ body: '"t"' }, 'contract'],
  ] as const)('that is not given is a fault: %j is %s', async (reply, errorClass) => {
    const fault = await faultOf(headersOf(client(await network.server([reply]))));
    expect([fault.errorClass, fault.retryAfterMs]).toEqual([errorClass, errorClass === 'throttle' ? 7000 : undefined]);
  });

  it('that was refused is not asked for again with the same credentials', async () => {
    const server = await network.server([{ status: 401 }]);
    const auth = client(server);
    await faultOf(headersOf(auth));
    expect(await faultClassOf(headersOf(auth))).toBe('auth');
    expect(server.seen).toHaveLength(1);
  });

  it('that could not be asked for is asked for again', async () => {
    const server = await network.server([{ status: 503 }, { body: { access_token: 't1', expires_in: '60' } }]);
    const auth = client(server);
    await faultOf(headersOf(auth));
    expect(await headersOf(auth)).toEqual({ authorization: 'Bearer t1' });
  });

  it('tells where the API is, if that is at a declared origin', async () => {
    const server = await issuer(
      issuing({ instance_url: 'https://mine.crm.test/x' }, { instance_url: 'https://evil.test' }, { instance_url: 1 }),
    );
    const http = network.open({ origins: [server.origin, 'https://mine.crm.test'] });
    const told = (): Promise<URL | undefined> => client(server, { baseUrlFrom: 'instance_url' }, { http }).baseUrl(signal);
    expect((await told())?.href).toBe('https://mine.crm.test/x');
    expect([await faultClassOf(told()), await faultClassOf(told())]).toEqual(['egress', 'contract']);
  });

  it('is not asked for anywhere but at a declared origin', async () => {
    const server = await issuer(issuing());
    expect(await faultClassOf(headersOf(client(server, {}, { http: network.open({ origins: [] }) })))).toBe('egress');
    expect(server.connections()).toBe(0);
  });

  it('is refreshed, and the refresh token that takes the place of the last is kept', async () => {
    const server = await issuer(issuing({ refresh_token: 'r2' }, { refresh_token: 'r2' }, {}));
    const rotated: string[] = [];
    const onRotated = (token: Secret<string>): void => void rotated.push(token.reveal());
    const auth = client(
      server,
      { type: 'refresh-token', refreshToken: 'r1', clientSecret: undefined, scope: undefined },
      { onRotated },
    );
    for (let round = 0; round < 3; round += 1) await auth.renew(await auth.sign(request, signal), signal);
    expect(server.seen.map(form)).toEqual([
      { grant_type: 'refresh_token', refresh_token: 'r1', client_id: 'APIKEY' },
      ...[1, 2, 3].map(() => ({ grant_type: 'refresh_token', refresh_token: 'r2', client_id: 'APIKEY' })),
    ]);
    expect(rotated).toEqual(['r2']);
  });

  it('is not used where its refresh token could not be kept', async () => {
    const server = await issuer(issuing({ refresh_token: 'r2' }));
    const onRotated = (): never => {
      throw new ConnectorError('transient', 'The vault is closed.');
    };
    const auth = client(server, { type: 'refresh-token', refreshToken: 'r1', scope: undefined }, { onRotated });
    expect(await faultClassOf(headersOf(auth))).toBe('transient');
  });

  it.each(['pkcs8', 'pkcs1'] as const)('is given for one that the private key signed (RFC 7523): %s', async (type) => {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const privateKey = keys.privateKey.export({ type, format: 'pem' }).toString().replaceAll('\n', '\\n');
    const server = await issuer(issuing());
    const auth = authenticator(
      {
        type: 'jwt-bearer',
        tokenUrl: server.origin,
        issuer: 'me',
        subject: 'user',
        audience: 'https://login.test',
        privateKey,
        keyId: 'k1',
        claims: { scope: 'api' },
      },
      { http: network.open({ origins: [server.origin] }) },
    );
    expect(await headersOf(auth)).toEqual({ authorization: 'Bearer t1' });
    const { grant_type, assertion } = form(server.seen[0]!) as Record<string, string>;
    expect(grant_type).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const [header, payload, signature] = assertion!.split('.');
    const now = Math.floor(clock.now() / 1000);
    expect(decoded(header)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'k1' });
    expect(decoded(payload)).toEqual({
      iss: 'me',
      sub: 'user',
      aud: 'https://login.test',
      scope: 'api',
      iat: now,
      exp: now + 300,
    });
    expect(verify('sha256', Buffer.from(`${header}.${payload}`), keys.publicKey, Buffer.from(signature!, 'base64url'))).toBe(
      true,
    );
  });

  it('is not asked for with a private key that is none', async () => {
    const scheme = { type: 'jwt-bearer', tokenUrl: 'https://login.test', issuer: 'me', audience: 'a', privateKey: 's3cr3t' };
    expect(await faultClassOf(headersOf(authenticator(scheme)))).toBe('auth');
  });
});
