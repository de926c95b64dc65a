import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '@habeas/core';
import { type ResultOf, ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { ask, localOrigin, PasskeyPerson } from './passkey-person.js';
import { type Algorithm, type CeremonyOptions, SoftwareAuthenticator, type Twist } from './software-authenticator.js';

let house: ServiceHouse;
let officer: Officer;
let person: PasskeyPerson;

beforeAll(async () => {
  house = await serviceHouse();
  officer = await officerOf(house);
  person = await PasskeyPerson.enrolled(house, officer);
}, 60_000);
afterAll(() => house.stop());

/** What is refused, as a page is told of it. */
const REFUSED = { status: 401, code: 'REFUSED' };
const INVALID = { status: 400, code: 'INVALID_INPUT' };

async function lastRefusal(): Promise<AuditEntry | undefined> {
  const { items } = await house.started.service.store.transact(({ audit }) => audit.page('*', {}, { first: 20 }));
  return items.map(({ item }) => item).find(({ outcome }) => outcome === 'refused');
}

async function failuresOf({ id }: PasskeyPerson): Promise<number | undefined> {
  return (await house.started.service.store.transact(({ staff }) => staff.get(id)))?.failures;
}

async function isSignedIn(client: ServiceClient): Promise<boolean> {
  const { status } = await client.send('/graphql', { method: 'POST', body: '{"query":"{ viewer { id } }"}' });
  // 403: a session sends the documents of its pages only; 401: there is none, or its second factor is missing
  return status === 403;
}

describe.each<Algorithm>(['ES256', 'Ed25519'])('a passkey that signs with %s', (algorithm) => {
  it('is enrolled as the first factor, then proves it at sign-in and steps up', async () => {
    const newcomer = await PasskeyPerson.invited(house, officer, algorithm);
    const client = await newcomer.begun();
    expect(await isSignedIn(client)).toBe(false);
    const { needs, recoveryCodes } = await newcomer.enrol(client);
    expect([needs, recoveryCodes?.length]).toEqual([null, 10]);
    expect(await isSignedIn(client)).toBe(true);
    const again = await newcomer.begun();
    expect(await newcomer.prove(again)).toMatchObject({ needs: null });
    expect(await isSignedIn(again)).toBe(true);
    expect(await newcomer.stepUp(again)).toMatchObject({ needs: null });
    expect(await isSignedIn(again)).toBe(true);
  });
});

describe('a page', () => {
  it('is told which second factors there are', async () => {
    const newcomer = await PasskeyPerson.invited(house, officer);
    expect(await newcomer.signIn(new ServiceClient(house.url))).toMatchObject({ needs: 'enrolment', factors: [] });
    await newcomer.enrol(await newcomer.begun());
    expect(await newcomer.signIn(new ServiceClient(house.url))).toMatchObject({ needs: 'second-factor', factors: ['passkey'] });
  });

  it('is told how to ask for a passkey: for this site, of this account, without attestation', async () => {
    const newcomer = await PasskeyPerson.invited(house, officer);
    const client = await newcomer.begun();
    const options = await client.session('/passkey');
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Habeas' },
      user: { id: Buffer.from(newcomer.id).toString('base64url'), name: newcomer.login },
      attestation: 'none',
      authenticatorSelection: { userVerification: 'required' },
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' })),
      excludeCredentials: [],
    });
    await newcomer.enrol(client);
    const known = [{ id: newcomer.device.id, transports: ['usb'], type: 'public-key' }];
    expect(await client.session('/passkey')).toMatchObject({ excludeCredentials: known });
    expect(await client.session('/passkey/challenge')).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    const half = await newcomer.begun();
    expect(await half.session('/passkey/challenge')).toMatchObject({ allowCredentials: known, userVerification: 'preferred' });
  });

  it('has to be the service’s own', async () => {
    const client = await person.begun();
    for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }])
      expect((await client.send('/session/passkey/challenge', { method: 'POST', headers })).status).toBe(401);
  });
});

describe('an enrolment is refused', () => {
  it.each<readonly [string, Twist]>([
    ['by another origin', { origin: 'https://elsewhere.example' }],
    ['by the address instead of the name', { origin: 'http://127.0.0.1:4000' }],
    ['for another site', { rpId: 'elsewhere.example' }],
    ['in a frame of another site', { crossOrigin: true }],
    ['over another challenge', { challenge: 'x'.repeat(43) }],
    ['without the owner’s verification', { isVerified: false }],
  ])('that was made %s', async (_what, twist) => {
    const newcomer = await PasskeyPerson.invited(house, officer);
    const client = await newcomer.begun();
    await expect(newcomer.enrol(client, twist)).rejects.toMatchObject(INVALID);
    await expect(newcomer.enrol(client)).resolves.toMatchObject({ needs: null });
  });

  it('of a credential that somebody has', async () => {
    const newcomer = await PasskeyPerson.invited(house, officer);
    await expect(newcomer.enrol(await newcomer.begun(), {}, person.device)).rejects.toMatchObject(INVALID);
  });

  it('whose answer is not what it has to be, and the answer names the part', async () => {
    const client = await person.signedIn();
    const options = await client.session<CeremonyOptions>('/passkey');
    const credential = new SoftwareAuthenticator(localOrigin(house)).create(options);
    const confirm = (body: object): Promise<unknown> => client.session('/passkey/confirm', body);
    await expect(confirm({ credential })).rejects.toMatchObject({ ...INVALID, message: expect.stringContaining('name') });
    const broken = { ...credential, response: { ...credential.response, attestationObject: 'AAAA' } };
    await expect(confirm({ name: 'x', credential: broken })).rejects.toMatchObject(INVALID);
  });
});

describe('an attestation that signs itself', () => {
  it('is taken as what it is: no attestation', async () => {
    const newcomer = await PasskeyPerson.invited(house, officer);
    const packed = (sig: Buffer): Record<string, unknown> => ({ alg: -7, sig: new Uint8Array(sig) });
    await expect(newcomer.enrol(await newcomer.begun(), { packed })).resolves.toMatchObject({ needs: null });
  });
});

describe('a proof is refused', () => {
  it.each<readonly [string, Twist]>([
    ['by another origin', { origin: 'https://elsewhere.example' }],
    ['for another site', { rpId: 'elsewhere.example' }],
    ['in a frame of another site', { crossOrigin: true }],
    ['over another challenge', { challenge: 'x'.repeat(43) }],
  ])('that was made %s, and counts as a failed try', async (_what, twist) => {
    const client = await person.begun();
    await expect(person.prove(client, twist)).rejects.toMatchObject(REFUSED);
    expect([await failuresOf(person), (await lastRefusal())?.details['why']]).toEqual([1, 'signature']);
    await person.signedIn();
    expect(await failuresOf(person)).toBe(0);
  });

  it('whose signature was tampered with, wherever', async () => {
    const client = await person.begun();
    const parts = ['clientDataJSON', 'authenticatorData', 'signature'] as const;
    for (const part of parts) {
      const credential = person.device.get(await ask(client));
      const bytes = Buffer.from(String(credential.response[part]), 'base64url');
      bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) ^ 1;
      const changed = { ...credential, response: { ...credential.response, [part]: bytes.toString('base64url') } };
      await expect(client.session('/second-factor/passkey', { credential: changed })).rejects.toMatchObject(REFUSED);
    }
    expect(await failuresOf(person)).toBe(parts.length);
    await person.signedIn();
  });

  it('over a challenge that was answered, is over, or is another session’s', async () => {
    const client = await person.begun();
    const credential = person.device.get(await ask(client));
    await client.session('/second-factor/passkey', { credential });
    await expect(client.session('/second-factor/passkey', { credential })).rejects.toMatchObject(REFUSED);
    await expect(client.session('/step-up/passkey', { credential })).rejects.toMatchObject(INVALID);
    const [one, two] = [await person.begun(), await person.begun()];
    const theirs = person.device.get(await ask(one));
    await ask(two);
    await expect(two.session('/second-factor/passkey', { credential: theirs })).rejects.toMatchObject(REFUSED);
    await expect(one.session('/second-factor/passkey', { credential: theirs })).resolves.toMatchObject({ needs: null });
    const late = person.device.get(await ask(two));
    await house.started.service.store.transact(async ({ challenges, sessions, now }) => {
      for (const { id } of await sessions.of(person.id)) {
        const challenge = await challenges.take(id);
        if (challenge !== undefined) await challenges.put({ ...challenge, expiresAt: now });
      }
    });
    await expect(two.session('/second-factor/passkey', { credential: late })).rejects.toMatchObject(INVALID);
    expect((await lastRefusal())?.details).toMatchObject({ factor: 'passkey', why: 'challenge' });
  });

  it('by a passkey of another account', async () => {
    const other = await PasskeyPerson.enrolled(house, officer);
    await expect(person.prove(await person.begun(), {}, other.device)).rejects.toMatchObject(REFUSED);
    expect((await lastRefusal())?.details).toMatchObject({ why: 'unknown' });
    await person.signedIn();
  });

  it('whose counter has not gone on, and the trail tells of which passkey', async () => {
    const { counter } = person.device;
    await expect(person.prove(await person.begun(), { counter: counter - 1 })).rejects.toMatchObject(REFUSED);
    await expect(person.prove(await person.begun(), { counter: 0 })).rejects.toMatchObject(REFUSED);
    const entry = await lastRefusal();
    expect(entry).toMatchObject({ action: 'session.prove', object: { type: 'staff', id: person.id } });
    expect(entry?.details).toEqual({ factor: 'passkey', why: 'counter', passkey: expect.stringMatching(/^[0-9a-f]{16}$/u) });
    await person.signedIn();
  });

  it('at a step-up without the owner’s verification, which is not asked for at sign-in', async () => {
    const client = await person.begun();
    await person.prove(client, { isVerified: false });
    await expect(person.stepUp(client, { isVerified: false })).rejects.toMatchObject(REFUSED);
    expect((await lastRefusal())?.details).toMatchObject({ why: 'verification' });
    await expect(person.stepUp(client)).resolves.toMatchObject({ needs: null });
  });

  it('while the account is locked, after five wrong ones', async () => {
    const other = await PasskeyPerson.enrolled(house, officer);
    const client = await other.begun();
    for (let failure = 1; failure <= 5; failure += 1)
      await expect(other.prove(client, { challenge: 'x' })).rejects.toMatchObject(REFUSED);
    await expect(other.prove(client)).rejects.toMatchObject({ status: 429, code: 'LIMITED' });
    await expect(other.begun()).rejects.toMatchObject(REFUSED);
  });

  it('once the account is disabled', async () => {
    const other = await PasskeyPerson.enrolled(house, officer);
    const client = await other.begun();
    const credential = other.device.get(await ask(client));
    const { disableStaff } = await officer.client.run('disableStaff', { id: other.id });
    expect(disableStaff).toMatchObject({ hasSecondFactor: true });
    await expect(client.session('/second-factor/passkey', { credential })).rejects.toMatchObject(REFUSED);
    await expect(ask(client)).rejects.toMatchObject(REFUSED);
  });

  it('but for one, where it is brought fifty times at once', async () => {
    const client = await person.begun();
    const credential = person.device.get(await ask(client));
    const cookies = new Set<string>();
    const answers = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const body = JSON.stringify({ credential });
        const answer = await client.send('/session/second-factor/passkey', { method: 'POST', body });
        for (const cookie of answer.headers.getSetCookie()) cookies.add(cookie);
        return answer.status;
      }),
    );
    expect(answers.filter((status) => status === 200)).toHaveLength(1);
    expect(answers.filter((status) => status === 401)).toHaveLength(49);
    expect(cookies.size).toBe(1);
    expect(await failuresOf(person)).toBe(0);
  });
});

describe('somebody', () => {
  it('sees their own passkeys, removes one, and keeps the last', async () => {
    const client = await person.signedIn();
    await person.enrol(client, {}, new SoftwareAuthenticator(localOrigin(house), 'Ed25519'));
    const list = (): Promise<ResultOf<'passkeys'>> => client.run('passkeys');
    const { passkeys } = await list();
    expect(passkeys).toMatchObject([{ name: 'Blue key', lastUsedAt: expect.any(String) }, { lastUsedAt: null }]);
    const remove = (at: number): Promise<unknown> => client.run('removePasskey', { id: passkeys[at]?.id ?? '' });
    expect(await remove(1)).toMatchObject({ removePasskey: { __typename: 'RemovedPasskey', id: passkeys[1]?.id } });
    expect(await remove(0)).toMatchObject({ removePasskey: { __typename: 'Refusal', code: 'WRONG_STATE' } });
    expect((await list()).passkeys).toHaveLength(1);
  });

  it('who has lost their passkey signs in with a recovery code, once, and enrols another', async () => {
    const loser = await PasskeyPerson.invited(house, officer);
    const { recoveryCodes = [] } = await loser.enrol(await loser.begun());
    const client = await loser.begun();
    const proof = { kind: 'recovery', code: recoveryCodes[0] };
    await expect(client.session('/second-factor', proof)).resolves.toMatchObject({ needs: null });
    await expect((await loser.begun()).session('/second-factor', proof)).rejects.toMatchObject(REFUSED);
    const next = new SoftwareAuthenticator(localOrigin(house));
    await expect(loser.enrol(client, {}, next)).resolves.toMatchObject({ recoveryCodes: [] });
  });
});
