import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import type { AccountsConfig } from '../config/accounts-config.js';
import { readAssertion } from './account-assertion.js';

const NOW = new Date('2026-03-01T09:00:00Z');
const SECONDS = NOW.getTime() / 1_000;
const SECRET = 'a-secret-of-the-site-with-40-characters!';
const KEYS = { ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }), EdDSA: generateKeyPairSync('ed25519') };
const pem = (algorithm: keyof typeof KEYS): string => String(KEYS[algorithm].publicKey.export({ type: 'spki', format: 'pem' }));
const settings = (algorithm: AccountsConfig['algorithm']): AccountsConfig => ({
  ...{ issuer: 'https://club.example.org', audience: 'club', algorithm },
  key: new Secret(algorithm === 'HS256' ? SECRET : pem(algorithm)),
});
const ANN = { kind: 'email', value: 'ann@example.org' };

/** The claims of a good assertion, and others in their place. */
function claims(others: Readonly<Record<string, unknown>> = {}): JWTPayload {
  const times = { iat: SECONDS - 10, exp: SECONDS + 200, auth_time: SECONDS - 600 };
  return { iss: 'https://club.example.org', aud: 'club', jti: randomUUID(), ...times, identifiers: [ANN], ...others };
}

function signed(payload: JWTPayload, algorithm: AccountsConfig['algorithm'] = 'HS256', secret = SECRET): Promise<string> {
  const key = algorithm === 'HS256' ? Buffer.from(secret) : KEYS[algorithm].privateKey;
  return new SignJWT(payload).setProtectedHeader({ alg: algorithm }).sign(key);
}

const read = async (token: string | Promise<string>, accounts: AccountsConfig | undefined = settings('HS256')) =>
  readAssertion(new Secret(await token), { accounts, now: NOW });

describe('the word of a site for a signed-in account', () => {
  it.each(['HS256', 'ES256', 'EdDSA'] as const)('is taken where it is signed with %s as configured', async (algorithm) => {
    const number = { kind: 'id', value: '12', namespace: 'crm.member' };
    const payload = claims({
      jti: 'one-assertion-of-it',
      identifiers: [ANN, number, { kind: 'name', value: 'Ann', part: 'given' }],
    });
    await expect(read(signed(payload, algorithm), settings(algorithm))).resolves.toEqual({
      assertion: 'one-assertion-of-it',
      isFresh: true,
      identifiers: [ANN, number, { kind: 'name', value: 'Ann', part: 'given' }],
    });
  });

  it('tells whether they signed in a quarter of an hour ago at most', async () => {
    await expect(read(signed(claims({ auth_time: SECONDS - 901 })))).resolves.toMatchObject({ isFresh: false });
    await expect(read(signed(claims({ auth_time: SECONDS - 900 })))).resolves.toMatchObject({ isFresh: true });
  });

  it.each<[string, () => string | Promise<string>]>([
    ['signed with another key', () => signed(claims(), 'HS256', SECRET.toUpperCase())],
    ['not signed', () => new UnsecuredJWT(claims()).encode()],
    ['signed with another algorithm', () => signed(claims(), 'ES256')],
    ['changed after it was signed', async () => swapped(await signed(claims()))],
    ['no token', () => 'ann@example.org'],
    ['nothing', () => ''],
    ['of another issuer', () => signed(claims({ iss: 'https://other.example.org' }))],
    ['for another controller', () => signed(claims({ aud: 'hostel' }))],
    ['for nobody', () => signed(claims({ aud: undefined }))],
    ['over', () => signed(claims({ exp: SECONDS - 31 }))],
    ['too old', () => signed(claims({ iat: SECONDS - 331, exp: SECONDS + 10 }))],
    ['from the future', () => signed(claims({ iat: SECONDS + 31 }))],
    ['not to be used yet', () => signed(claims({ nbf: SECONDS + 31 }))],
    ['good for longer than five minutes', () => signed(claims({ exp: SECONDS + 3_600 }))],
    ['without an end', () => signed(claims({ exp: undefined }))],
    ['without a name of its own', () => signed(claims({ jti: undefined }))],
    ['of a short name', () => signed(claims({ jti: 'short' }))],
    ['silent on when they signed in', () => signed(claims({ auth_time: undefined }))],
    ['of a sign-in that is still to come', () => signed(claims({ auth_time: SECONDS + 60 }))],
    ['without identifiers', () => signed(claims({ identifiers: [] }))],
    ['of an unknown kind of identifier', () => signed(claims({ identifiers: [{ kind: 'passport', value: '1' }] }))],
    ['of an identifier that says more', () => signed(claims({ identifiers: [{ ...ANN, provedBy: 'us' }] }))],
    ['of too many identifiers', () => signed(claims({ identifiers: Array.from({ length: 21 }, () => ANN) }))],
    ['huge', () => signed(claims({ more: 'x'.repeat(9_000) }))],
  ])('is refused in the same words where it is %s', async (_what, token) => {
    await expect(read(token())).rejects.toMatchObject({ code: 'REFUSED', message: 'This assertion is not accepted.' });
  });

  it('is refused in the same words where a controller takes nobody’s, and where a public key is taken for a secret', async () => {
    const refused = { code: 'REFUSED', message: 'This assertion is not accepted.' };
    await expect(readAssertion(new Secret(await signed(claims())), { accounts: undefined, now: NOW })).rejects.toMatchObject(
      refused,
    );
    await expect(read(signed(claims(), 'HS256', pem('ES256')), settings('ES256'))).rejects.toMatchObject(refused);
  });
});

/** The same signature under other claims. */
function swapped(token: string): string {
  const [header, , signature] = token.split('.');
  const payload = Buffer.from(JSON.stringify(claims({ identifiers: [{ kind: 'email', value: 'bob@example.org' }] })));
  return [header, payload.toString('base64url'), signature].join('.');
}
