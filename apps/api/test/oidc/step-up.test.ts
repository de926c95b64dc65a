import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { accepted } from '../../src/client/service-client.js';
import { newRequest } from '../root-fields.js';
import { Browser } from './browser.js';
import { OidcHouse, VERA } from './oidc-house.js';

let house: OidcHouse;
beforeAll(async () => {
  house = await OidcHouse.start();
}, 120_000);
afterAll(() => house.stop());

let browser: Browser;
beforeEach(async () => {
  ({ browser } = await house.signIn(VERA));
  await longAgo();
});

/** As if everybody had proved who they are an hour ago. */
async function longAgo(): Promise<void> {
  const { store } = house.house.started.service;
  await store.transact(async ({ staff, sessions, now }) => {
    for (const { id } of await staff.list('club')) {
      for (const session of await sessions.of(id)) {
        if (session.steppedUpAt !== undefined)
          await sessions.change({ ...session, steppedUpAt: new Date(now.getTime() - 3_600_000) });
      }
    }
  });
}

/** A request that waits for nothing but its release. */
async function ready(): Promise<string> {
  const client = house.client(browser);
  const { id } = accepted((await client.run('openRequest', { input: newRequest() })).openRequest);
  await client.run('startRequest', { id });
  for (let look = 0; look < 400; look += 1) {
    const { request } = await client.run('request', { id });
    if (request?.state === 'awaiting_release') return id;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error('The request did not get there.');
}

const release = async (id: string): Promise<object> => {
  const variables = { id, release: { days: 7, reason: 'Nothing else is held.' } };
  return (await house.client(browser).run('releaseRequest', variables)).releaseRequest;
};

describe('a step-up through the provider', () => {
  it('lets an officer release a request who had to prove anew that it is them', async () => {
    const id = await ready();
    expect(await release(id)).toMatchObject({ __typename: 'Refusal', code: 'STEP_UP_REQUIRED' });
    const before = browser.cookies(house.url);
    const { url } = await house.through('/session/oidc/step-up', VERA, browser);
    expect(url).toBe(`${house.url}/console/`);
    expect(browser.cookies(house.url)).not.toBe(before);
    expect(await release(id)).toMatchObject({ __typename: 'Request', state: 'released' });
  }, 60_000);

  it('has the provider ask anew, and the old session is worth nothing afterwards', async () => {
    const old = house.client(browser);
    await house.through('/session/oidc/step-up', VERA, browser);
    const asked = browser.visited.filter((url) => url.includes('/auth?')).at(-1) ?? '';
    expect(Object.fromEntries(new URL(asked).searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
    await expect(old.run('viewer')).rejects.toMatchObject({ status: 401 });
    await expect(house.client(browser).run('viewer')).resolves.toBeDefined();
  });

  it('is nobody’s but the person’s whose session it is', async () => {
    browser.forget(house.provider.issuer);
    const page = await house.through('/session/oidc/step-up', { ...VERA, sub: 'somebody-else' }, browser);
    expect(page.status).toBe(401);
    expect(page.text).toContain('Somebody else has signed in at the identity provider.');
    expect((await house.trail()).at(-1)).toBe('session.step-up refused person');
    const input = { name: 'A program', scopes: ['request.open'], days: 1 };
    const { createToken } = await house.client(browser).run('createToken', { input });
    expect(createToken).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });

  it('needs two factors at the provider, else the one here', async () => {
    const page = await house.through('/session/oidc/step-up', { ...VERA, amr: ['pwd'] }, browser);
    expect([page.status, (await house.trail()).at(-1)]).toEqual([401, 'session.step-up refused proof']);
  });

  it('loses its session where the provider has taken the last role away', async () => {
    const page = await house.through('/session/oidc/step-up', { ...VERA, claims: { groups: [] } }, browser);
    expect(page.text).toContain('You have no role');
    await expect(house.client(browser).run('viewer')).rejects.toMatchObject({ status: 401 });
  });

  it('begins with a whole session, and from a page of the service', async () => {
    const from = house.url;
    expect((await new Browser().step(`${house.url}/session/oidc/step-up`, { from })).status).toBe(401);
    const strange = await browser.step(`${house.url}/session/oidc/step-up`, { from: 'https://evil.test' });
    expect(strange.status).toBe(401);
    const half = await house.signIn({ ...VERA, sub: 'half', amr: ['pwd'] });
    expect((await half.browser.step(`${house.url}/session/oidc/step-up`, { from })).status).toBe(401);
  });

  it('comes too late where the session was ended meanwhile', async () => {
    const begun = await browser.step(`${house.url}/session/oidc/step-up`, { from: house.url });
    await house.client(browser).session('', undefined, 'DELETE');
    house.provider.person = VERA;
    const page = await browser.go(begun.headers.get('location') ?? '', { from: house.url });
    expect(page.status).toBe(401);
  });
});

describe('a service that always asks for its own second factor', () => {
  it('does not take the one of the provider, for a sign-in or a step-up', async () => {
    const strict = await OidcHouse.start('    here: always\n');
    const { url, browser: own } = await strict.signIn(VERA);
    expect(url).toBe(`${strict.url}/console/#enrolment`);
    const client = strict.client(own);
    const { uri, ticket } = await client.session<{ uri: string; ticket: string }>('/totp');
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    await client.session('/totp/confirm', { ticket, code: generateSync({ secret }) });
    const answer = await client.send('/session/oidc/step-up', { headers: { accept: 'application/json' } });
    expect([answer.status, await answer.json()]).toMatchObject([409, { error: { code: 'WRONG_STATE' } }]);
    await strict.stop();
  }, 60_000);
});

describe('a service that never asks for a second factor of its own', () => {
  it('refuses whom the provider did not ask for one', async () => {
    const strict = await OidcHouse.start('    here: never\n');
    const page = await strict.signIn({ ...VERA, amr: ['pwd'] });
    expect(page.status).toBe(401);
    expect(page.text).toContain('Your identity provider did not ask for a second factor.');
    expect((await strict.signIn(VERA)).url).toBe(`${strict.url}/console/`);
    await strict.stop();
  }, 60_000);
});
