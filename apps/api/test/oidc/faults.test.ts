import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { staffDeskOf } from '../../src/composition/staff-desk.js';
import { FLOW_MS, sealFlow, STAFF_FLOW } from '../../src/oidc/flow.js';
import { Browser } from './browser.js';
import { CrookedHouse } from './crooked-house.js';
import { type Changes, type CrookedProvider, goodClaims } from './crooked-provider.js';

let house: CrookedHouse;
let provider: CrookedProvider;
beforeAll(async () => {
  house = await CrookedHouse.start();
  ({ provider } = house);
}, 120_000);
afterAll(() => house.stop());
beforeEach(() => {
  house.renew();
});

const ANSWER = { status: 502, code: 'PROVIDER_ANSWER_REFUSED' };
const NOT_VALID = { status: 400, code: 'SIGN_IN_NOT_VALID' };
const seconds = (): number => Math.floor(Date.now() / 1_000);

describe('an answer of the provider that holds', () => {
  it('signs somebody in, and the code is exchanged with the verifier and the client’s secret', async () => {
    expect(await house.signIn()).toEqual({ status: 303, code: undefined });
    expect(house.hasSession()).toBe(true);
    const form = Object.fromEntries(provider.exchanges.at(-1) ?? []);
    expect(form).toMatchObject({
      code: 'a code',
      grant_type: 'authorization_code',
      code_verifier: expect.stringMatching(/^[\w-]{43}$/u),
    });
  });
});

describe('an answer of the provider', () => {
  it.each<[string, () => Changes]>([
    ['for another client', () => ({ aud: 'another' })],
    ['for another sign-in', () => ({ nonce: 'another' })],
    ['without a nonce', () => ({ nonce: undefined })],
    ['of another issuer', () => ({ iss: 'https://else.example.test' })],
    ['that is over', () => ({ exp: seconds() - 60 })],
    ['that does not say when the person signed in', () => ({ auth_time: undefined })],
    ['whose person signed in too long ago', () => ({ auth_time: seconds() - 9 * 3_600 })],
    ['without a person', () => ({ sub: undefined })],
    ['for several clients, by another one', () => ({ aud: ['habeas', 'another'], azp: 'another' })],
  ])('is refused: one %s', async (_what, changes) => {
    expect(await house.signIn(changes())).toEqual(ANSWER);
    expect(house.hasSession()).toBe(false);
  });

  it.each(['none', 'strange'] as const)('is refused with a signature that is %s', async (signature) => {
    expect(await house.signIn({}, {}, { signature })).toEqual(ANSWER);
    expect(house.hasSession()).toBe(false);
  });

  it('is refused where the callback names another issuer, or none though the provider always names one', async () => {
    expect(await house.signIn({}, { iss: 'https://else.example.test' })).toEqual(ANSWER);
    const { state } = await house.begin();
    expect(await house.comeBack({ code: 'a code', state })).toEqual(ANSWER);
  });

  it.each([
    ['a code that is not one', { status: 400, body: { error: 'invalid_grant' } }, ANSWER, 'invalid_grant'],
    ['a secret that is not the client’s', { status: 401, body: { error: 'invalid_client' } }, ANSWER, 'invalid_client'],
    ['words of its own', { status: 400, body: { error: 'vera@example.org' } }, ANSWER, 'unknown error'],
    ['no JSON', { body: 'no JSON' }, ANSWER, 'OAUTH_PARSE_ERROR'],
    ['a failure', { status: 500, body: '{}' }, { status: 503, code: 'PROVIDER_UNAVAILABLE' }, 'OAUTH_RESPONSE_IS_NOT_CONFORM'],
  ])('is refused where the exchange gives %s', async (_what, next, told, reason) => {
    expect(await house.signIn({}, {}, next)).toEqual(told);
    expect(house.lastLine()).toMatchObject({ event: 'oidc', code: told.code, reason });
  });
});

describe('a callback', () => {
  it('tells who cancelled that they did', async () => {
    const { state } = await house.begin();
    const query = { error: 'access_denied', error_description: 'vera@example.org', state, iss: provider.issuer };
    expect(await house.comeBack(query)).toEqual({ status: 403, code: 'SIGN_IN_CANCELLED' });
    expect((await house.trail()).at(-1)).toBe('session.begin refused SIGN_IN_CANCELLED');
    expect(JSON.stringify(house.house.log)).not.toContain('vera');
  });

  it.each([
    ['temporarily_unavailable', { status: 503, code: 'PROVIDER_UNAVAILABLE' }],
    ['login_required', ANSWER],
    ['<script>', ANSWER],
  ])('tells of the error %s by a code of its own', async (error, told) => {
    const { state } = await house.begin();
    expect(await house.comeBack({ error, state, iss: provider.issuer })).toEqual(told);
  });

  it('counts once, however often it is sent, and with whatever copy of the cookie', async () => {
    const { state, nonce } = await house.begin();
    provider.next = { claims: goodClaims(provider.issuer, nonce) };
    const copy = house.browser.cookies(house.url);
    const query = { code: 'a code', state, iss: provider.issuer };
    expect((await house.comeBack(query)).status).toBe(303);
    expect(await house.comeBack(query)).toEqual(NOT_VALID);
    const url = `${house.url}/session/oidc/callback?${new URLSearchParams(query).toString()}`;
    const again = await fetch(url, { headers: { cookie: copy, accept: 'application/json' }, redirect: 'manual' });
    expect([again.status, house.lastLine()]).toMatchObject([400, { reason: 'used' }]);
  });

  it('is nothing in a browser that has not begun, so nobody is signed in as somebody else', async () => {
    const { state } = await house.begin();
    expect(await house.comeBack({ code: 'a code', state, iss: provider.issuer }, new Browser())).toEqual(NOT_VALID);
    expect(house.lastLine()).toMatchObject({ reason: 'no flow' });
  });

  it('with another state is refused, and does not spoil the sign-in that was begun', async () => {
    const { state, nonce } = await house.begin();
    for (const query of [{ state: 'another' }, {}, { state: '' }]) {
      expect(await house.comeBack({ code: 'a code', iss: provider.issuer, ...query })).toEqual(NOT_VALID);
    }
    provider.next = { claims: goodClaims(provider.issuer, nonce) };
    expect((await house.comeBack({ code: 'a code', state, iss: provider.issuer })).status).toBe(303);
  });

  it('for an earlier flow is refused: the later one has taken its place', async () => {
    const early = await house.begin();
    await house.begin();
    expect(await house.comeBack({ code: 'a code', state: early.state, iss: provider.issuer })).toEqual(NOT_VALID);
  });

  it.each<[string, (value: string) => string]>([
    ['changed', (value) => `${value.slice(0, -2)}${value.endsWith('A') ? 'BB' : 'AA'}`],
    ['cut', (value) => value.slice(0, 40)],
    ['made up', () => 'eyJzdGF0ZSI6IngifQ'],
    ['empty', () => ''],
  ])('with a cookie that was %s is refused', async (_what, change) => {
    const { state } = await house.begin();
    house.browser.change(house.url, '__Host-oidc', change);
    expect(await house.comeBack({ code: 'a code', state, iss: provider.issuer })).toEqual(NOT_VALID);
  });

  it('that comes after ten minutes is refused', async () => {
    const { crypto } = staffDeskOf(house.house.started.service);
    const { state, nonce } = await house.begin();
    const query = { code: 'a code', state, iss: provider.issuer };
    const begunBefore = async (minutes: number): Promise<void> => {
      const until = Date.now() + FLOW_MS - minutes * 60_000;
      const sealed = await sealFlow(crypto, STAFF_FLOW, { state, nonce, verifier: 'x'.repeat(43), purpose: 'sign-in', until });
      house.browser.change(house.url, '__Host-oidc', () => sealed);
    };
    await begunBefore(10);
    expect(await house.comeBack(query)).toEqual(NOT_VALID);
    expect(house.lastLine()).toMatchObject({ reason: 'flow over or changed' });
    await begunBefore(9);
    provider.next = { claims: goodClaims(provider.issuer, nonce) };
    expect((await house.comeBack(query)).status).toBe(303);
  });

  it('with parameters twice is refused', async () => {
    const { state } = await house.begin();
    const url = `${house.url}/session/oidc/callback?state=${state}&state=x&code=a&code=b&iss=${provider.issuer}`;
    expect((await house.browser.step(url, { from: provider.issuer })).status).toBeGreaterThanOrEqual(400);
    expect(house.hasSession()).toBe(false);
  });
});

describe('the begin of a sign-in', () => {
  it('is not made by a page of somebody else', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const response = await fetch(`${house.url}/session/oidc`, { headers: { 'sec-fetch-site': site }, redirect: 'manual' });
      expect([response.status, response.headers.getSetCookie()]).toEqual([401, []]);
    }
    for (const headers of [{ 'sec-fetch-site': 'none' }, {}]) {
      expect((await fetch(`${house.url}/session/oidc`, { headers, redirect: 'manual' })).status).toBe(303);
    }
  });
});
