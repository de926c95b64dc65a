import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CrookedHouse } from './crooked-house.js';
import { type Changes, goodClaims, logoutClaims } from './crooked-provider.js';

let house: CrookedHouse;
beforeAll(async () => {
  house = await CrookedHouse.start();
}, 120_000);
afterAll(() => house.stop());
beforeEach(async () => {
  house.renew();
  expect(await house.signIn()).toMatchObject({ status: 303 });
});

type Signing = Parameters<typeof house.provider.sign>[1];

async function tell(changes: Changes = {}, signing: Signing = { typ: 'logout+jwt' }): Promise<number> {
  return send(await house.provider.sign(logoutClaims(house.provider.issuer, changes), signing));
}

async function send(token: string): Promise<number> {
  const body = new URLSearchParams({ logout_token: token });
  const response = await fetch(`${house.url}/session/oidc/backchannel`, { method: 'POST', body });
  expect(response.headers.get('cache-control')).toBe('no-store');
  return response.status;
}

const isIn = (): Promise<boolean> => house.client().run('viewer').then(() => true, () => false); // prettier-ignore
const seconds = (): number => Math.floor(Date.now() / 1_000);

describe('a logout token', () => {
  it.each<[string, Changes, string]>([
    ['a person and a session', {}, 'logout+jwt'],
    ['a session only', { sub: undefined }, 'logout+jwt'],
    ['a person only', { sid: undefined }, 'application/logout+jwt'],
    ['a person, of a provider that gives it neither end nor type', { sid: undefined, exp: undefined }, 'JWT'],
  ])('ends sessions at once: one that names %s', async (_what, changes, typ) => {
    expect(await tell(changes, { typ })).toBe(200);
    expect(await isIn()).toBe(false);
    expect(house.lastLine()).toMatchObject({ event: 'oidc-logout' });
  });

  it('of somebody else ends nothing, and is no fault', async () => {
    expect(await tell({ sub: 'else', sid: 'another' })).toBe(200);
    expect(await isIn()).toBe(true);
  });

  it.each<[string, () => Changes]>([
    ['is for another client', () => ({ aud: 'another' })],
    ['is of another issuer', () => ({ iss: 'https://else.example.test' })],
    ['is an id token', () => ({ events: undefined, nonce: 'x' })],
    ['has a nonce', () => ({ nonce: 'x' })],
    ['tells of another event', () => ({ events: { 'http://schemas.example.test/event/else': {} } })],
    ['tells of the event by a word', () => ({ events: { 'http://schemas.openid.net/event/backchannel-logout': 'yes' } })],
    ['has a word for events', () => ({ events: 'http://schemas.openid.net/event/backchannel-logout' })],
    ['has no name of its own', () => ({ jti: undefined })],
    ['names nobody', () => ({ sub: undefined, sid: undefined })],
    ['names its session by a number', () => ({ sid: 7 })],
    ['names its session by nothing', () => ({ sub: undefined, sid: '' })],
    ['does not say when it was made', () => ({ iat: undefined })],
    ['was made too long ago', () => ({ iat: seconds() - 400 })],
    ['is over', () => ({ exp: seconds() - 60 })],
  ])('is refused, and ends nothing, where it %s', async (_what, changes) => {
    expect(await tell(changes())).toBe(400);
    expect(await isIn()).toBe(true);
  });

  it.each(['none', 'strange'] as const)('is refused with a signature that is %s', async (signature) => {
    expect(await tell({}, { signature, typ: 'logout+jwt' })).toBe(400);
    expect(await isIn()).toBe(true);
  });

  it('is refused where it is of another type', async () => {
    expect(await tell({}, { typ: 'at+jwt' })).toBe(400);
  });

  it('is refused the second time', async () => {
    const token = await house.provider.sign(logoutClaims(house.provider.issuer), { typ: 'logout+jwt' });
    expect(await send(token)).toBe(200);
    expect(await house.signIn()).toMatchObject({ status: 303 });
    expect(await send(token)).toBe(400);
    expect(await isIn()).toBe(true);
  });

  it('is nothing that an id token, a word or another form of body stands for', async () => {
    expect(await send(await house.provider.sign(goodClaims(house.provider.issuer, 'x')))).toBe(400);
    expect(await send('eyJ')).toBe(400);
    const url = `${house.url}/session/oidc/backchannel`;
    const json = { method: 'POST', body: '{"logout_token":"x"}', headers: { 'content-type': 'application/json' } };
    expect((await fetch(url, json)).status).toBe(400);
    expect((await fetch(url, { method: 'POST', body: new URLSearchParams({ a: 'x' }) })).status).toBe(400);
    const long = new URLSearchParams({ logout_token: 'x'.repeat(30_000) });
    expect((await fetch(url, { method: 'POST', body: long })).status).toBe(413);
    expect((await fetch(url)).status).toBe(404);
  });
});
