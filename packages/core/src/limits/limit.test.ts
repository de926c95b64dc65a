import { Secret } from '@habeas/connector-sdk';
import { afterEach, describe, expect, it } from '@jest/globals';
import { sendCodeAgain } from '../identity/send-code.js';
import { askingHouse, type AskingHouse } from '../testing/asking-house.js';
import { stopHouses } from '../testing/delivery-house.js';
import { messagesOf } from '../testing/mail-house.js';
import { until } from '../testing/working.js';
import { countWithin } from './limit.js';
import { networkOf } from './network-of.js';

afterEach(stopHouses);

const HOUR_MS = 3_600_000;
const NUMBER = { identifiers: [{ kind: 'id', namespace: 'crm.member', value: '1' }] } as const;

function count({ club }: AskingHouse, value: string, controller = 'club'): Promise<boolean> {
  const counted = { controller, kind: 'mailbox', value: new Secret(value) } as const;
  return club.store.transact((transaction) => countWithin(transaction, club.desk.delivery.limits, counted));
}

async function counted(house: AskingHouse, times: number): Promise<readonly boolean[]> {
  const results: boolean[] = [];
  for (let each = 0; each < times; each += 1) results.push(await count(house, 'ann@example.org'));
  return results;
}

describe('a limit (R55)', () => {
  it('lets so many through in an hour and in a day, and then none until the oldest is over', async () => {
    const house = askingHouse({ limits: { mailsPerHour: 2, mailsPerDay: 3 } });
    expect(await counted(house, 3)).toEqual([true, true, false]);
    house.clock.pass(HOUR_MS);
    expect(await counted(house, 2)).toEqual([true, false]);
    house.clock.pass(23 * HOUR_MS);
    expect(await counted(house, 3)).toEqual([true, true, false]);
  });

  it('is that of one address in one controller', async () => {
    const house = askingHouse({ limits: { mailsPerHour: 1 } });
    expect(await count(house, 'ann@example.org')).toBe(true);
    expect(await count(house, 'bob@example.org')).toBe(true);
    expect(await count(house, 'ann@example.org', 'other')).toBe(true);
    expect(await count(house, 'ann@example.org')).toBe(false);
  });

  it('keeps no address, and nothing at all once it counts no more', async () => {
    const house = askingHouse();
    const { crypto, club, clock } = house;
    await count(house, 'ann@example.org');
    const entry = crypto.sha256Hex('club mailbox ann@example.org');
    const kept = await club.store.transact(({ limits }) => limits.lock(entry));
    expect(JSON.stringify(kept)).not.toContain('ann');
    clock.pass(24 * HOUR_MS + 1);
    await count(house, 'bob@example.org');
    await expect(club.store.transact(({ limits }) => limits.lock(entry))).resolves.toBeUndefined();
  });
});

describe('mails to one mailbox', () => {
  it('are so many at most, whoever makes how many requests, and whoever asks is told the same (R57)', async () => {
    const house = askingHouse({ limits: { mailsPerHour: 3 } });
    const asked: Awaited<ReturnType<AskingHouse['ask']>>[] = [];
    for (const key of ['a', 'b', 'c', 'd', 'e']) asked.push(await house.ask(NUMBER, key));
    const { club, clock, sent } = house;
    await until(async () =>
      (await Promise.all(asked.map(({ own }) => club.get(own.id)))).every(({ contacts }) => contacts?.probe),
    );
    await until(() => sent.length >= 3);
    expect(sent.map(({ to }) => to.reveal())).toEqual(Array.from({ length: 3 }, () => 'ann@example.org'));
    const states = await Promise.all(asked.map(async ({ own }) => (await messagesOf(club, own.id)).map(({ state }) => state)));
    expect(states.flat().filter((state) => state === 'failed')).toHaveLength(2);
    const proofs = await Promise.all(
      asked.map(({ own }) => club.store.transact(({ proofs: rows }) => rows.lock('club', own.id))),
    );
    expect(new Set(proofs.map((proof) => proof?.sent))).toEqual(new Set([1]));
    clock.pass(61_000);
    // As for every other one
    await expect(sendCodeAgain(club.desk, asked[4]!.own)).resolves.toBe(true);
  });

  it('that were too many are kept as ones that failed, with what to do instead', async () => {
    const house = askingHouse({ limits: { mailsPerHour: 1 } });
    await house.ask({}, 'a');
    const { own } = await house.ask({}, 'b');
    await expect(messagesOf(house.club, own.id)).resolves.toMatchObject([
      { kind: 'code', state: 'failed', problem: { errorClass: 'quota', remedy: expect.stringContaining('telephone') } },
    ]);
  });

  it('do not let an answer go to a new address by itself where they kept its notice from going out', async () => {
    const house = askingHouse({ disclosed: () => ({ gate: { release: 'automatic', answer: 'copy' }, retention: [] }), limits: { mailsPerHour: 1 } }); // prettier-ignore
    await house.ask(NUMBER, 'flood');
    await house.message(1);
    const provedBy = 'signed in';
    const { request } = await house.handOver({
      identifiers: [
        { ...NUMBER.identifiers[0], provedBy },
        { kind: 'email', value: 'thief@new.test', provedBy },
      ],
      ...{ isSignedIn: true, isFreshlySignedIn: true },
    });
    await house.club.workUntil(request.id, 'awaiting_release');
    house.clock.pass(25 * HOUR_MS);
    house.club.desk.wake();
    await until(async () => (await house.entries()).some(({ action }) => action === 'identity.untold'));
    expect((await house.club.get(request.id)).state).toBe('awaiting_release');
  });
});

describe('the network that an address belongs to', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:12:3456::1', '20010db8001234/56'],
    ['2001:DB8::', '20010db8000000/56'],
    ['2001:db8:1:2:3:4:5:6', '20010db8000100/56'],
    ['::2001:db8', '00000000000000/56'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)?.reveal()).toBe(network);
  });

  it.each([undefined, '', '127.0.0.1', '10.1.2.3', '172.16.0.9', '192.168.1.1', '100.64.0.1', '::1', 'fd00::1', 'fe80::1', 'x'])(
    'is none of %s: everybody behind a proxy would share it',
    (address) => {
      expect(networkOf(address)).toBeUndefined();
    },
  );
});
