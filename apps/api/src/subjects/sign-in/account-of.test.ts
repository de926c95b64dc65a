import { describe, expect, it } from '@jest/globals';
import type { SignInConfig } from '@habeas/configuration';
import type { AccountIdentifier } from '@habeas/core';
import { accountOf } from './account-of.js';

type Given = Readonly<Record<string, unknown>>;

const ISSUER = 'https://login.example.test';
const RULES: SignInConfig['identifiers'] = [
  { claim: 'email', kind: 'email' },
  { claim: 'phone_number', kind: 'phone' },
  { claim: 'customer.number', kind: 'id', namespace: 'shop.customer' },
  { claim: 'sub', kind: 'id', namespace: 'login.account' },
];

const signedIn = (claims: Given, userinfo?: Given): ReturnType<typeof accountOf> =>
  accountOf(
    { issuer: ISSUER, identifiers: RULES },
    { claims: { sub: 's-1', ...claims }, ...(userinfo && { userinfo: { sub: 's-1', ...userinfo } }), authTime: 1_700_000_000 },
  );
const SUB: AccountIdentifier = { kind: 'id', value: 's-1', namespace: 'login.account' };
const known = (claims: Given, userinfo?: Given): readonly AccountIdentifier[] => signedIn(claims, userinfo).identifiers.reveal();

describe('an account of a subject (IDV-02, R56)', () => {
  it('is known by the claims that the settings name, and by no other', () => {
    const claims = {
      email: 'ann@example.org',
      email_verified: true,
      customer: { number: 'C-1' },
      name: 'Ann',
      nickname: 'bob@example.org',
    };
    expect(known(claims)).toEqual([
      { kind: 'email', value: 'ann@example.org' },
      { kind: 'id', value: 'C-1', namespace: 'shop.customer' },
      SUB,
    ]);
  });

  it('says who vouches and since when, and shows nothing of the person where it is printed', () => {
    const account = signedIn({ email: 'ann@example.org', email_verified: true });
    expect(account).toMatchObject({ issuer: ISSUER, signedInAt: new Date(1_700_000_000_000) });
    expect(JSON.stringify(account)).not.toMatch(/ann@|s-1/u);
  });

  it.each<[string, Given]>([
    ['an e-mail address that is not verified', { email: 'ann@example.org', email_verified: false }],
    ['one of which nothing is said', { email: 'ann@example.org' }],
    ['one that a text calls verified', { email: 'ann@example.org', email_verified: 'true' }],
    ['a telephone that is not verified', { phone_number: '+33612345678', email_verified: true }],
    ['an empty text', { customer: { number: '' } }],
    ['a text that nobody has', { customer: { number: 'x'.repeat(401) } }],
    ['a list', { customer: { number: ['C-1'] } }],
    ['half a number', { customer: { number: 1.5 } }],
    ['a number that is not exact', { customer: { number: 2 ** 60 } }],
  ])('is not known by %s', (_what, claims) => {
    expect(known(claims)).toEqual([SUB]);
  });

  it('is known by a verified telephone, and by a number that is written as one', () => {
    expect(known({ phone_number: '+33612345678', phone_number_verified: true, customer: { number: 4_711 } })).toEqual([
      { kind: 'phone', value: '+33612345678' },
      { kind: 'id', value: '4711', namespace: 'shop.customer' },
      SUB,
    ]);
  });

  it('is known by what the userinfo endpoint says beside, verified there and nowhere else', () => {
    const verified = { email: 'ann@example.org', email_verified: true };
    expect(known({}, verified)).toEqual([{ kind: 'email', value: 'ann@example.org' }, SUB]);
    expect(known({ email: 'bob@example.org' }, verified)).toEqual([SUB]);
    expect(known({ email_verified: true }, { email: 'bob@example.org' })).toEqual([SUB]);
  });
});
