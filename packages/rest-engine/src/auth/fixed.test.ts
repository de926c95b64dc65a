import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { faultClassOf, testNetwork, testRequest, virtualClock } from '../testing/index.js';
import { authSchema, resolveAuth } from './auth-schema.js';
import type { Authenticator } from './authenticator.js';
import { createAuthenticator } from './create-authenticator.js';

const network = testNetwork();
afterEach(() => network.close());

const signal = new AbortController().signal;
const request = testRequest('https://api.example.org/people?q=ann%27s+x');
const clock = virtualClock();

/** The manifest's words, with every value as it stands there. */
function authenticator(auth: Record<string, unknown>): Authenticator {
  const scheme = resolveAuth(authSchema.parse(auth), (template) => new Secret(template));
  return createAuthenticator(scheme, { http: network.open({ origins: [] }), clock, signal });
}

async function headersOf(auth: Authenticator): Promise<Readonly<Record<string, string>>> {
  return (await auth.sign(request, signal)).headers;
}

const decoded = (part: string | undefined): unknown => JSON.parse(Buffer.from(part ?? '', 'base64url').toString());

describe('a request', () => {
  it.each([
    [{ type: 'header', name: 'X-Api-Key', value: 'k' }, { 'x-api-key': 'k' }],
    [{ type: 'basic', user: 'APIKEY', password: 'zoë' }, { authorization: 'Basic QVBJS0VZOnpvw6s=' }],
    [{ type: 'basic', user: 'key' }, { authorization: 'Basic a2V5Og==' }],
    [{ type: 'bearer', token: 't' }, { authorization: 'Bearer t' }],
  ])('is signed by %j', async (auth, headers) => {
    expect(await headersOf(authenticator(auth))).toEqual(headers);
  });

  it('is signed in its query, of which nothing else changes', async () => {
    const auth = authenticator({ type: 'query', name: 'api key', value: 'a&b' });
    expect((await auth.sign(request, signal)).url.href).toBe('https://api.example.org/people?q=ann%27s+x&api%20key=a%26b');
    expect((await auth.sign(testRequest('https://api.example.org/'), signal)).url.search).toBe('?api%20key=a%26b');
  });

  it('is left as it is where there is nothing to sign it with', async () => {
    const auth = createAuthenticator(undefined, { http: network.open({ origins: [] }), clock, signal });
    expect(await auth.sign(request, signal)).toBe(request);
    expect([await auth.renew(request, signal), await auth.baseUrl(signal)]).toEqual([false, undefined]);
  });
});

describe('a token that is signed here', () => {
  it('is signed for the requests themselves, as Ghost wants it, and again before it expires', async () => {
    const auth = authenticator({ type: 'signed-token', key: 'abc:0f1e2d', audience: '/admin/', prefix: 'Ghost' });
    const { authorization } = await headersOf(auth);
    const [header, payload, signature] = authorization!.replace('Ghost ', '').split('.');
    const now = Math.floor(clock.now() / 1000);
    expect([decoded(header), decoded(payload)]).toEqual([
      { alg: 'HS256', typ: 'JWT', kid: 'abc' },
      { aud: '/admin/', iat: now, exp: now + 300 },
    ]);
    expect(signature).toBe(createHmac('sha256', Buffer.from('0f1e2d', 'hex')).update(`${header}.${payload}`).digest('base64url'));
    await clock.advance(200_000);
    expect(await headersOf(auth)).toEqual({ authorization });
    await clock.advance(80_000);
    expect(await headersOf(auth)).not.toEqual({ authorization });
  });

  it.each(['s3cr3t', 'abc:', ':0f', 'abc:0f1', 'abc:xyz'])('is not signed with a key of another form', async (key) => {
    expect(await faultClassOf(headersOf(authenticator({ type: 'signed-token', key, audience: '/admin/' })))).toBe('auth');
  });
});

describe('the values of a scheme', () => {
  it('are put in place where they are named, and told by their path; words for the reader stay', () => {
    const auth = authSchema.parse({
      type: 'client-credentials',
      tokenUrl: 'u',
      clientId: 'i',
      clientSecret: 's',
      parameters: { audience: 'a' },
      prefix: 'P',
    });
    const paths: string[] = [];
    const scheme = resolveAuth(auth, (template, path) => {
      paths.push(path.join('.'));
      return new Secret(`<${template}>`);
    });
    expect(paths.sort()).toEqual(['clientId', 'clientSecret', 'parameters.audience', 'tokenUrl']);
    expect(scheme).toMatchObject({ type: 'client-credentials', clientIn: 'basic', prefix: 'P' });
    expect(JSON.stringify(scheme)).not.toMatch(/<[uisa]>/u);
  });
});
