import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import {
  beginEnrolTotp,
  beginSetUp,
  completeSetUp,
  confirmEnrolTotp,
  createToken,
  listSessions,
  type NewSession,
  proveSecondFactor,
  revokeToken,
  signIn,
  signOut,
  type StaffDesk,
  stepUp,
  systemClock,
  viewerIn,
  viewSession,
  viewToken,
} from '@habeas/core';
import type { TestDatabase } from '@habeas/test-servers';
import { describeWithServer } from '@habeas/test-servers/jest';
import { generateSync } from 'otplib';
import { type DurableStore, openStore } from '../persistence/index.js';
import { NodeStaffCrypto } from './node-staff-crypto.js';
import type { TextSealing } from './text-sealing.js';

const hidden = (text: string): Secret<string> => new Secret(text);
const PASSWORD = hidden('violet tram ladder quince');
const LOGIN = 'ann@example.org';
const STEP_MS = 30_000;

const plainSealing: TextSealing = {
  seal: (place, text) => Promise.resolve(`${place} ${text.reveal()}`),
  open: (place, sealed) => Promise.resolve(sealed.startsWith(`${place} `) ? hidden(sealed.slice(place.length + 1)) : undefined),
};

/** Real in everything but the cost of a password: here many come at once. */
class QuickCrypto extends NodeStaffCrypto {
  override hashPassword(password: Secret<string>): Promise<string> {
    return Promise.resolve(this.sha256Hex(password.reveal()));
  }

  override verifyPassword(hash: string | undefined, password: Secret<string>): Promise<boolean> {
    return Promise.resolve(hash === this.sha256Hex(password.reveal()));
  }
}

/** Staff access over a store in SQL, at a time that goes on only when it is told to. */
class Installation {
  readonly desk: StaffDesk;
  #ids = 0;

  constructor(
    readonly store: DurableStore,
    private readonly time: { ms: number },
  ) {
    const ids = { next: (prefix: string) => `${prefix}_${String((this.#ids += 1)).padStart(26, '0')}` };
    this.desk = { store, ids, clock: systemClock, crypto: new QuickCrypto(plainSealing) };
  }

  codeOf(uri: Secret<string>): Secret<string> {
    const secret = new URL(uri.reveal()).searchParams.get('secret') ?? '';
    return hidden(generateSync({ secret, epoch: this.time.ms / 1_000 }));
  }

  /** A code that was not used yet. */
  freshCode(uri: Secret<string>): Secret<string> {
    this.time.ms += 2 * STEP_MS;
    return this.codeOf(uri);
  }

  async officer(): Promise<{ readonly uri: Secret<string>; readonly session: Secret<string> }> {
    const begun = await beginSetUp(this.desk);
    const given = { login: LOGIN, displayName: 'Ann', password: PASSWORD, controllers: ['club'] };
    await completeSetUp(this.desk, begun!.code, given);
    const { secret } = await this.begun();
    const { uri, ticket } = await beginEnrolTotp(this.desk, secret);
    const { session } = await confirmEnrolTotp(this.desk, secret, { ticket, code: this.freshCode(uri) });
    return { uri, session: session.secret };
  }

  async signedIn(uri: Secret<string>): Promise<Secret<string>> {
    const { secret } = await this.begun();
    return (await proveSecondFactor(this.desk, secret, { kind: 'totp', code: this.freshCode(uri) })).secret;
  }

  begun(password = PASSWORD): Promise<NewSession> {
    return signIn(this.desk, { login: LOGIN, password });
  }
}

const statuses = async (answers: readonly Promise<unknown>[]): Promise<readonly string[]> =>
  (await Promise.allSettled(answers)).map(({ status }) => status).sort();

function keepsItsRules(open: () => Promise<Installation>): void {
  it('counts 200 tries at once one after the other: the right ones among them are too late', async () => {
    const house = await open();
    await house.officer();
    const tries = Array.from({ length: 200 }, (_, index) => house.begun(index >= 150 ? PASSWORD : hidden('x')));
    const answers = await Promise.allSettled(tries);
    const failures = await house.store.transact(async ({ staff }) => (await staff.lockByLogin(LOGIN))?.failures);
    expect(failures).toBe(5);
    // What comes first is the database's choice; nothing is let in after the fifth failure.
    await expect(house.begun()).rejects.toMatchObject({ code: 'REFUSED' });
    const reasons = answers.flatMap((each) => (each.status === 'rejected' ? [(each.reason as { code?: string }).code] : []));
    expect(reasons.length).toBeGreaterThanOrEqual(150);
    expect(new Set(reasons)).toEqual(new Set(['REFUSED']));
  }, 60_000);

  it('makes one first account, however many have the code', async () => {
    const house = await open();
    const begun = await beginSetUp(house.desk);
    const tries = Array.from({ length: 8 }, (_, index) =>
      completeSetUp(house.desk, begun!.code, {
        login: `ann${index}@example.org`,
        displayName: 'Ann',
        password: PASSWORD,
        controllers: ['club'],
      }),
    );
    expect((await statuses(tries)).filter((status) => status === 'fulfilled')).toHaveLength(1);
    expect(await house.store.transact(({ staff }) => staff.count())).toBe(1);
  });

  it('takes a code once, however many sessions bring it at once', async () => {
    const house = await open();
    const { uri } = await house.officer();
    const sessions = await Promise.all(Array.from({ length: 4 }, () => house.begun()));
    const code = house.freshCode(uri);
    const proofs = sessions.map(({ secret }) => proveSecondFactor(house.desk, secret, { kind: 'totp', code }));
    expect((await statuses(proofs)).filter((status) => status === 'fulfilled')).toHaveLength(1);
  });

  it('lets no session live on that is signed out of while it is rotated', async () => {
    const house = await open();
    const { uri, session: first } = await house.officer();
    let session = first;
    for (let round = 0; round < 6; round += 1) {
      const code = house.freshCode(uri);
      const [rotated, ended] = await Promise.allSettled([stepUp(house.desk, session, code), signOut(house.desk, session)]);
      expect([rotated.status, ended.status].sort()).toEqual(['fulfilled', 'rejected']);
      session = rotated.status === 'fulfilled' ? rotated.value.secret : await house.signedIn(uri);
      expect(await listSessions(house.desk, await viewSession(house.desk, session))).toHaveLength(1);
    }
  });

  it('lets no token live on that is revoked while it is used', async () => {
    const house = await open();
    const { session } = await house.officer();
    const viewer = viewerIn(await viewSession(house.desk, session), 'club');
    for (let round = 0; round < 10; round += 1) {
      const { token, description } = await createToken(house.desk, viewer, { name: 'intake', scopes: ['request.open'], days: 1 });
      const use = (): Promise<unknown> => viewToken(house.desk, token).catch(() => undefined);
      await Promise.all([use(), revokeToken(house.desk, viewer, description.id), use()]);
      await expect(viewToken(house.desk, token)).rejects.toMatchObject({ code: 'REFUSED' });
    }
  });
}

describe('staff access over SQLite', () => {
  const opened: DurableStore[] = [];
  afterEach(() => Promise.all(opened.splice(0).map((store) => store.close())));

  keepsItsRules(async () => {
    const time = { ms: Date.now() };
    const store = await openStore({ url: 'sqlite::memory:', clock: { now: () => new Date(time.ms) } });
    opened.push(store);
    return new Installation(store, time);
  });
});

describeWithServer('mariadb', 'staff access over MariaDB', (server) => {
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
    const time = { ms: Date.now() };
    const clock = { now: (): Date => new Date(time.ms) };
    const store = await openStore({ url: database.url, allowsLazyFlush: true, clock });
    opened.push(store);
    return new Installation(store, time);
  });
});
