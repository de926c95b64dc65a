import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { ServiceClient } from '../src/client/service-client.js';
import { instead, type SmallHouse, smallHouse } from './small-house.js';

const LOGIN = 'officer';
const PASSWORD = 'a password that nobody tries';
const STEP_MS = 30_000;

let house: SmallHouse;
let secret = '';
let recoveryCodes: readonly string[] = [];
let lastStep = 0;

/** A code works once: the next time step has to do where the current one is used. */
function code(): string {
  lastStep = Math.max(Math.floor(Date.now() / STEP_MS), lastStep + 1);
  return generateSync({ secret, epoch: (lastStep * STEP_MS) / 1_000 });
}

/** There are ten of them: time steps are few while a test lasts. */
function recoveryCode(): string {
  const [next, ...rest] = recoveryCodes;
  recoveryCodes = rest;
  return next ?? '';
}

const browser = (): ServiceClient => new ServiceClient(house.url, { controller: 'club' });

async function withPassword(): Promise<ServiceClient> {
  const client = browser();
  await client.session('', { login: LOGIN, password: PASSWORD });
  return client;
}

async function signedIn(): Promise<ServiceClient> {
  const client = await withPassword();
  await client.session('/second-factor', { kind: 'recovery', code: recoveryCode() });
  return client;
}

const viewer = (client: ServiceClient): Promise<{ viewer: { kind: string } }> => client.run('viewer');
const cookieOf = (response: Response): string => response.headers.getSetCookie().join('\n');

beforeAll(async () => {
  house = await smallHouse();
  const client = browser();
  const { setUpCode } = house.started;
  await client.session('/set-up', { code: setUpCode, login: LOGIN, displayName: 'The officer', password: PASSWORD });
  expect(await client.session('', { login: LOGIN, password: PASSWORD })).toMatchObject({ needs: 'enrolment' });
  const { uri, ticket } = await client.session<{ uri: string; ticket: string }>('/totp');
  secret = new URL(uri).searchParams.get('secret') ?? '';
  ({ recoveryCodes } = await client.session<{ recoveryCodes: readonly string[] }>('/totp/confirm', { ticket, code: code() }));
}, 60_000);
afterAll(() => house.stop());

describe('a sign-in', () => {
  it('is worth nothing before its second factor, and everything after it', async () => {
    const client = await withPassword();
    await expect(viewer(client)).rejects.toThrow();
    expect(await client.session('/second-factor', { kind: 'recovery', code: recoveryCode() })).toMatchObject({ needs: null });
    expect(await viewer(client)).toMatchObject({ viewer: { kind: 'staff' } });
  });

  it('takes a recovery code once', async () => {
    const proof = { kind: 'recovery', code: recoveryCode() };
    await (await withPassword()).session('/second-factor', proof);
    await expect((await withPassword()).session('/second-factor', proof)).rejects.toMatchObject({
      status: 401,
      code: 'REFUSED',
    });
  });

  it('gives a cookie that no script, no other site and no insecure page gets', async () => {
    const body = JSON.stringify({ login: LOGIN, password: PASSWORD });
    const response = await browser().send('/session', { method: 'POST', body });
    expect(cookieOf(response)).toMatch(/^__Host-sid=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/u);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).not.toMatch(/sid|secret/u);
  });

  it('with a wrong password says no more than that', async () => {
    const unknown = browser().session('', { login: 'nobody', password: PASSWORD });
    const wrong = browser().session('', { login: LOGIN, password: `${PASSWORD}!` });
    const told = await Promise.all([unknown, wrong].map((each) => each.catch((error: unknown) => error)));
    expect(told[0]).toMatchObject({ status: 401, code: 'REFUSED' });
    expect(told[1]).toEqual(told[0]);
  });
});

describe('a session', () => {
  it('ends when somebody signs out, and its cookie goes', async () => {
    const client = await signedIn();
    const response = await client.send('/session', { method: 'DELETE' });
    expect([response.status, cookieOf(response)]).toEqual([
      200,
      expect.stringMatching(/^__Host-sid=; .*Expires=Thu, 01 Jan 1970/u),
    ]);
    await expect(viewer(client)).rejects.toThrow();
  });

  it('proves anew that it is still the same person, and only with the right code', async () => {
    const client = await signedIn();
    await expect(client.session('/step-up', { code: '000000' })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await client.session('/step-up', { code: code() })).toMatchObject({ needs: null });
    expect(await viewer(client)).toMatchObject({ viewer: { kind: 'staff' } });
  });

  it('of somebody with several controllers has to say which one is meant, and may say none that is not theirs', async () => {
    const client = new ServiceClient(house.url);
    await client.session('', { login: LOGIN, password: PASSWORD });
    await client.session('/second-factor', { kind: 'recovery', code: recoveryCode() });
    const response = await client.send('/graphql', { method: 'POST', body: '{}' });
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        error: {
          code: 'INVALID_INPUT',
          message: 'Several controllers are yours.',
          remedy: 'Name one in the header habeas-controller.',
        },
      },
    ]);
    expect((await client.for('nowhere').send('/graphql', { method: 'POST', body: '{}' })).status).toBe(404);
    const posted = await client.send('/graphql?controller=hostel', { method: 'POST', body: '{}' });
    expect(posted.status).toBe(400);
    // A link that is followed has no headers: it leads to what is not there, and not to the question which controller is meant
    const followed = await client.send('/requests/req_none/report/en.html?controller=hostel');
    expect(await followed.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await viewer(client.for('hostel'))).toMatchObject({
      viewer: { controller: 'hostel', controllers: ['club', 'hostel'] },
    });
  });

  it.each(['/second-factor', '/totp', '/totp/confirm', '/step-up'])('is needed for %s', async (path) => {
    await expect(browser().session(path, {})).rejects.toMatchObject({ status: 401, message: 'Sign in first.' });
  });

  it('does nothing for a page of another site', async () => {
    const client = await signedIn();
    for (const headers of [{ origin: 'https://evil.test' }, { 'sec-fetch-site': 'cross-site' }]) {
      expect((await client.send('/session', { method: 'DELETE', headers })).status).toBe(401);
    }
    expect(await viewer(client)).toMatchObject({ viewer: { kind: 'staff' } });
    const own = await client.send('/session', {
      method: 'DELETE',
      headers: { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' },
    });
    expect(own.status).toBe(200); // what browsers say of a request goes before what a page can say
  });
});

describe('what is sent to /session', () => {
  it.each([
    ['a key that is missing', { login: LOGIN }, 'This is not what it has to be: password.'],
    ['a key too many', { login: LOGIN, password: PASSWORD, more: 'zqneverrepeated' }, 'This is not what it has to be: the body.'],
    ['several that are wrong', { login: 5, password: '' }, 'This is not what it has to be: login, password.'],
  ])('with %s is refused by the name of the key', async (_what, body, message) => {
    await expect(browser().session('', body)).rejects.toMatchObject({ status: 400, code: 'INVALID_INPUT', message });
  });

  it('of a proof has to be of a kind that there is', async () => {
    const client = await withPassword();
    await expect(client.session('/second-factor', { kind: 'mail', code: '1' })).rejects.toMatchObject({ message: 'This is not what it has to be: kind.' });
  }); // prettier-ignore

  it('is no form', async () => {
    const response = await browser().send('/session', { method: 'POST', body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect(response.status).toBe(415);
  }); // prettier-ignore

  it('meets a fault of ours with an answer that says nothing of it, and the log has its type', async () => {
    const mend = instead(house.service.store, 'transact', () => Promise.reject(new RangeError('zqneverrepeated')));
    const response = await browser().send('/session', {
      method: 'POST',
      body: JSON.stringify({ login: LOGIN, password: PASSWORD }),
    });
    mend();
    const text = await response.text();
    expect([response.status, JSON.parse(text)]).toEqual([
      500,
      { errors: [{ message: 'Something went wrong that should not have.', extensions: { code: 'INTERNAL' } }] },
    ]);
    const told = house.log.filter((line) => line.includes('"event":"http"'));
    expect(told.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ level: 50, error: 'RangeError' }),
    ]);
    expect(house.log.join('')).not.toContain('zqneverrepeated');
  });
});

describe('an answer', () => {
  it('lets a page load nothing, be framed by nobody, and send no referrer', async () => {
    const { headers } = await browser().send('/session', { method: 'POST', body: '{}' });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect([headers.get('referrer-policy'), headers.get('x-content-type-options'), headers.get('x-powered-by')]).toEqual([
      'no-referrer',
      'nosniff',
      null,
    ]);
  });

  it('of a path that there is not says so', async () => {
    expect((await browser().send('/nothing')).status).toBe(404);
  });
});
