import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import {
  endByProvider,
  signInByProvider,
  spendFlow,
  type StaffDesk,
  stepUpByProvider,
  systemClock,
  viewSession,
  type VouchedIdentity,
} from '@habeas/core';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { randomIds } from '../composition/random-ids.js';
import { type DurableStore, openStore } from '../persistence/index.js';
import { NodeStaffCrypto } from './node-staff-crypto.js';

const ISSUER = 'https://login.example.test';
const SUBJECT = new Secret('vera');
const SESSION = new Secret('a session');
const AT_ONCE = 12;

const unsealed = { seal: () => Promise.reject(new Error('unused')), open: () => Promise.reject(new Error('unused')) };
const deskOf = (store: DurableStore): StaffDesk => ({
  ...{ store, ids: randomIds, clock: systemClock },
  crypto: new NodeStaffCrypto(unsealed),
});

function vera(): VouchedIdentity {
  const grants = [{ controller: 'club', role: 'dpo' }] as const;
  const who = { issuer: ISSUER, subject: SUBJECT, session: SESSION, displayName: 'Vera' };
  return { ...who, grants, provedAt: new Date(), proof: 'whole' };
}

function atOnce<T>(work: (index: number) => Promise<T>): Promise<readonly PromiseSettledResult<T>[]> {
  return Promise.allSettled(Array.from({ length: AT_ONCE }, (_, index) => work(index)));
}

const fulfilled = (answers: readonly PromiseSettledResult<unknown>[]): number =>
  answers.filter(({ status }) => status === 'fulfilled').length;

function keepsItsRules(open: () => Promise<DurableStore>): void {
  it('makes one account of many first sign-ins at once, and lets all of them in', async () => {
    const store = await open();
    const answers = await atOnce(() => signInByProvider(deskOf(store), vera()));
    expect(fulfilled(answers)).toBe(AT_ONCE);
    expect(await store.transact(({ staff }) => staff.count())).toBe(1);
  });

  it('leaves nothing open when the provider ends a session that is just being rotated', async () => {
    const desk = deskOf(await open());
    for (let round = 0; round < 5; round += 1) {
      const { secret } = await signInByProvider(desk, vera());
      const id = desk.crypto.sha256Hex(secret.reveal());
      const tokenId = new Secret(`token ${String(round)}`);
      const [rotated] = await Promise.all([
        stepUpByProvider(desk, id, vera()).catch(() => undefined),
        endByProvider(desk, { issuer: ISSUER, session: SESSION, tokenId }),
      ]);
      const all = [secret, ...(rotated === undefined ? [] : [rotated.secret])];
      expect(fulfilled(await Promise.allSettled(all.map((each) => viewSession(desk, each))))).toBe(0);
    }
  });

  it('takes a token and a flow once, however many bring it at the same time', async () => {
    const store = await open();
    const tokenId = new Secret('token');
    expect(fulfilled(await atOnce(() => endByProvider(deskOf(store), { issuer: ISSUER, subject: SUBJECT, tokenId })))).toBe(1);
    const spent = await atOnce(() => spendFlow(deskOf(store), 'flow'));
    expect(spent.filter((each) => each.status === 'fulfilled' && each.value)).toHaveLength(1);
    expect(fulfilled(spent)).toBe(AT_ONCE);
  });
}

describe('staff of an identity provider over SQLite', () => {
  const opened: DurableStore[] = [];
  afterEach(() => Promise.all(opened.splice(0).map((store) => store.close())));

  keepsItsRules(async () => {
    const store = await openStore({ url: 'sqlite::memory:' });
    opened.push(store);
    return store;
  });
});

describeWithServer('mariadb', 'staff of an identity provider over MariaDB', (server) => {
  let database: TestDatabase;
  const opened: DurableStore[] = [];
  beforeEach(async () => {
    database = await server.createDatabase('staff');
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await database.drop();
  });

  keepsItsRules(async () => {
    const store = await openStore({ url: database.url, allowsLazyFlush: true });
    opened.push(store);
    return store;
  });
});
