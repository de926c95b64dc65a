import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Secret } from '@habeas/connector-sdk';
import { askForPasskey, beginEnrolPasskey, confirmEnrolPasskey, type PasskeyDesk, provePasskey, systemClock } from '@habeas/core';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { type CredentialJson, SoftwareAuthenticator } from '../../test/software-authenticator.js';
import { type DurableStore, openStore } from '../persistence/index.js';
import { NodeStaffCrypto } from './node-staff-crypto.js';
import { WebPasskeyVerifier } from './web-passkey-verifier.js';

const ORIGIN = 'https://privacy.example.org';
const AT_ONCE = 50;
const PARTY = { id: 'privacy.example.org', origins: () => [ORIGIN] };
const NOTHING_SEALED = {
  seal: () => Promise.reject(new Error('Nothing is sealed here.')),
  open: () => Promise.reject(new Error('Nothing is sealed here.')),
};

/** Somebody's sessions in a store in SQL, as they are after the password. */
class Sessions {
  readonly desk: PasskeyDesk;
  readonly device = new SoftwareAuthenticator(ORIGIN);
  #ids = 0;

  constructor(readonly store: DurableStore) {
    const ids = { next: (prefix: string) => `${prefix}_${String((this.#ids += 1)).padStart(26, '0')}` };
    const crypto = new NodeStaffCrypto(NOTHING_SEALED);
    this.desk = { store, ids, clock: systemClock, crypto, verifier: new WebPasskeyVerifier(PARTY) };
  }

  async begun(): Promise<Secret<string>> {
    const secret = this.desk.crypto.randomSecret();
    const id = this.desk.crypto.sha256Hex(secret.reveal());
    await this.store.transact(async ({ staff, sessions, now }) => {
      const account = { id: 'stf_1', login: 'ann@example.org', displayName: 'Ann', grants: [], recoveryCodes: [], failures: 0 };
      if ((await staff.get(account.id)) === undefined) await staff.add({ ...account, createdAt: now });
      const expiresAt = new Date(now.getTime() + 60_000);
      await sessions.add({ id, staff: account.id, createdAt: now, lastSeenAt: now, expiresAt });
    });
    return secret;
  }

  async enrolled(): Promise<void> {
    const secret = await this.begun();
    const { challenge } = await beginEnrolPasskey(this.desk, secret);
    const made = answerOf(this.device.create({ challenge, rpId: PARTY.id }));
    await confirmEnrolPasskey(this.desk, secret, { name: 'Key', made });
  }
}

function answerOf({
  id,
  response,
}: CredentialJson): Parameters<typeof provePasskey>[2] & { attestationObject: string; transports: string[] } {
  const {
    clientDataJSON = '',
    authenticatorData = '',
    signature = '',
    attestationObject = '',
  } = response as Record<string, string>;
  return { id, clientDataJSON, authenticatorData, signature, attestationObject, transports: [] };
}

function keepsItsRules(open: () => Promise<Sessions>): void {
  it('takes an answer once, however many bring it at once, and counts none of the others as a failed try', async () => {
    const house = await open();
    await house.enrolled();
    const secret = await house.begun();
    const { challenge } = await askForPasskey(house.desk, secret);
    const proof = answerOf(house.device.get({ challenge, rpId: PARTY.id }));
    const answers = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => provePasskey(house.desk, secret, proof)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = answers.flatMap((each) => (each.status === 'rejected' ? [(each.reason as { code?: unknown }).code] : []));
    expect(new Set(codes)).toEqual(new Set(['REFUSED']));
    expect((await house.store.transact(({ staff }) => staff.get('stf_1')))?.failures).toBe(0);
    expect(await house.store.transact(({ sessions }) => sessions.of('stf_1'))).toHaveLength(2);
  });

  it('enrols a passkey once, however many bring it at once', async () => {
    const house = await open();
    const secret = await house.begun();
    const { challenge } = await beginEnrolPasskey(house.desk, secret);
    const made = answerOf(house.device.create({ challenge, rpId: PARTY.id }));
    const answers = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, () => confirmEnrolPasskey(house.desk, secret, { name: 'Key', made })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await house.store.transact(({ passkeys }) => passkeys.of('stf_1'))).toHaveLength(1);
  });

  it('keeps the counter as it is of two signatures that come at once in the wrong order', async () => {
    const house = await open();
    await house.enrolled();
    const sessions = await Promise.all(Array.from({ length: 8 }, () => house.begun()));
    const proofs = [];
    for (const secret of sessions) {
      const { challenge } = await askForPasskey(house.desk, secret);
      proofs.push({ secret, proof: answerOf(house.device.get({ challenge, rpId: PARTY.id })) });
    }
    await Promise.allSettled(proofs.reverse().map(({ secret, proof }) => provePasskey(house.desk, secret, proof)));
    const [passkey] = await house.store.transact(({ passkeys }) => passkeys.of('stf_1'));
    expect(passkey?.counter).toBe(house.device.counter - 1);
  });
}

describe('passkeys over SQLite', () => {
  const opened: DurableStore[] = [];
  afterEach(() => Promise.all(opened.splice(0).map((store) => store.close())));

  keepsItsRules(async () => {
    const store = await openStore({ url: 'sqlite::memory:' });
    opened.push(store);
    return new Sessions(store);
  });
});

describeWithServer('mariadb', 'passkeys over MariaDB', (server) => {
  let database: TestDatabase;
  const opened: DurableStore[] = [];
  beforeEach(async () => {
    database = await server.createDatabase('passkeys');
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await database.drop();
  });

  keepsItsRules(async () => {
    const store = await openStore({ url: database.url, allowsLazyFlush: true });
    opened.push(store);
    return new Sessions(store);
  });
});
