import { afterEach, describe, expect, it } from '@jest/globals';
import { attestIdentity, cancelRequest } from '../request/decide-request.js';
import { openSubjectFile } from '../request/sealed-files.js';
import { shredRequest } from '../request/shred-request.js';
import { askingHouse } from '../testing/asking-house.js';
import { stopHouses } from '../testing/delivery-house.js';
import { OFFICER } from '../testing/request-house.js';
import { BETWEEN_CODES_MS, CODE_MINUTES, MOST_CODES, TRIES_PER_CODE, TRIES_PER_REQUEST } from './address-proof.js';
import { subjectViewer } from './ask-for-data.js';
import { sendCodeAgain } from './send-code.js';

afterEach(stopHouses);

const WRONG = '99999999';

describe('somebody who asks by themselves', () => {
  it('proves by one code that they read the address they gave, and has their answer with nobody touching it (IDV-02)', async () => {
    const { club, ask, message, codeIn, prove, linkOf, enter } = askingHouse();
    const { request, claimCode, own } = await ask();
    expect(request.state).toBe('received');
    expect(await message(1)).toMatchObject({
      kind: 'code',
      language: 'fr',
      facts: { reference: request.reference, minutes: CODE_MINUTES },
    });
    expect((await message(1)).to.reveal()).toBe('ann@example.org');
    await expect(prove(own, await codeIn(1))).resolves.toBe(true);
    const done = await club.workUntil(own.id, 'released');
    expect(done.complete).toBe(true);
    expect(await message(2)).toMatchObject({ kind: 'received', facts: { reference: request.reference } });
    await expect(enter(await linkOf(3), claimCode)).resolves.toMatchObject({ outcome: 'open' });
  });

  it('has nothing searched before that, and nothing by what was not proved (R57)', async () => {
    const { club, ask, codeIn, prove } = askingHouse();
    const { own } = await ask();
    await codeIn(1);
    expect(await club.get(own.id)).toMatchObject({ state: 'received', ledger: [], rounds: 0 });
    await prove(own, await codeIn(1));
    const done = await club.workUntil(own.id, 'released');
    const { identifiers } = await openSubjectFile(club.vault, done);
    expect(identifiers.map(({ kind, provedBy }) => [kind, provedBy])).toEqual([
      ['id', undefined],
      ['email', 'a code that was sent to this address'],
    ]);
    // Member 2 is somebody else, whose number was given too
    expect(done.included).toBe(1);
  });

  it('asks once for each form, and the last claim code counts', async () => {
    const { club, ask, sent, message } = askingHouse();
    const [first, second] = [await ask(), await ask()];
    expect(second.request.id).toBe(first.request.id);
    await message(1);
    expect(sent).toHaveLength(1);
    expect(second.cookie.reveal()).not.toBe(first.cookie.reveal());
    await expect(club.get(first.request.id)).resolves.toMatchObject({ state: 'received' });
  });

  it('is looked at by a person where they ask for somebody else (PER-03, PER-04)', async () => {
    const { club, ask, sent, officer } = askingHouse();
    const forOther = await ask({ isForOther: true, words: { requester: 'proxy', message: 'For my mother.' } });
    expect(sent).toEqual([]);
    const { words } = await openSubjectFile(club.vault, await club.get(forOther.request.id));
    expect(words).toEqual({ requester: 'proxy', message: 'For my mother.' });
    await attestIdentity(club.desk, officer(), forOther.own.id, [{ identifier: 1, provedBy: 'came by' }]);
    await expect(club.get(forOther.own.id)).resolves.toMatchObject({ state: 'ready' });
    await expect(sendCodeAgain(club.desk, forOther.own)).resolves.toBe(false);
  });
});

describe('a code that was sent to an address', () => {
  it('is worth nothing when it is wrong, used, too old, or for another request', async () => {
    const { club, clock, ask, codeIn, prove } = askingHouse();
    const { own } = await ask();
    const other = await ask({ identifiers: [{ kind: 'email', value: 'bob@example.org' }] }, 'form-2');
    const [code, others] = [await codeIn(1), await codeIn(2)];
    await expect(prove(own, WRONG)).resolves.toBe(false);
    await expect(prove(own, others)).resolves.toBe(false);
    await expect(prove({ ...own, id: 'req_none' }, code)).resolves.toBe(false);
    await expect(prove({ ...own, viewer: subjectViewer('hostel') }, code)).resolves.toBe(false);
    clock.pass(CODE_MINUTES * 60_000);
    await expect(prove(other.own, others)).resolves.toBe(false);
    await expect(sendCodeAgain(club.desk, own)).resolves.toBe(true);
    const next = await codeIn(3);
    await expect(prove(own, code)).resolves.toBe(false);
    await expect(prove(own, next)).resolves.toBe(true);
    await expect(prove(own, next)).resolves.toBe(false);
  });

  it('costs as much to try in vain as with success, whatever there is', async () => {
    const { club, ask, crypto, prove } = askingHouse();
    const { own } = await ask();
    for (const each of [own, { ...own, id: 'req_none' }]) {
      const before = crypto.verified.length;
      await prove(each, WRONG);
      expect(crypto.verified.length).toBe(before + 1);
    }
    expect(club.faults).toEqual([]);
  });

  it('survives five tries, also two hundred at once, and a request twenty', async () => {
    const { club, clock, ask, codeIn, prove, crypto } = askingHouse();
    const { own } = await ask();
    let [sends, code] = [1, await codeIn(1)];
    const all = await Promise.all(Array.from({ length: 200 }, () => prove(own, WRONG)));
    expect(all).not.toContain(true);
    expect(crypto.verified.filter((hash) => hash !== undefined)).toHaveLength(TRIES_PER_CODE);
    for (let tries = TRIES_PER_CODE; tries < TRIES_PER_REQUEST; tries += TRIES_PER_CODE) {
      await expect(prove(own, code)).resolves.toBe(false);
      clock.pass(BETWEEN_CODES_MS);
      await expect(sendCodeAgain(club.desk, own)).resolves.toBe(true);
      [sends, code] = [sends + 1, await codeIn(sends + 1)];
      for (let one = 0; one < TRIES_PER_CODE; one += 1) await prove(own, WRONG);
    }
    clock.pass(BETWEEN_CODES_MS);
    await expect(sendCodeAgain(club.desk, own)).resolves.toBe(true);
    await expect(prove(own, await codeIn(sends + 1))).resolves.toBe(false);
    await expect(club.get(own.id)).resolves.toMatchObject({ state: 'received' });
  });

  it('is sent again at most once a minute, and five times in all', async () => {
    const { club, clock, ask, message, sent } = askingHouse();
    const { own } = await ask();
    await expect(sendCodeAgain(club.desk, own)).resolves.toBe(false);
    for (let sends = 1; sends < MOST_CODES; sends += 1) {
      await message(sends);
      clock.pass(BETWEEN_CODES_MS);
      await expect(sendCodeAgain(club.desk, own)).resolves.toBe(true);
    }
    await message(MOST_CODES);
    clock.pass(BETWEEN_CODES_MS);
    await expect(sendCodeAgain(club.desk, own)).resolves.toBe(false);
    expect(sent).toHaveLength(MOST_CODES);
  });

  it('begins nothing in a request that was decided, or destroyed, while it is looked at', async () => {
    const { club, ask, codeIn, prove, crypto } = askingHouse();
    const { own } = await ask();
    const code = await codeIn(1);
    crypto.meanwhile = async () => {
      crypto.meanwhile = () => Promise.resolve();
      await cancelRequest(club.desk, OFFICER, own.id, 'Withdrawn.');
    };
    await expect(prove(own, code)).resolves.toBe(false);
    await expect(prove(own, code)).resolves.toBe(false);
    await expect(sendCodeAgain(club.desk, own)).resolves.toBe(false);
    await shredRequest(club.desk, OFFICER, own.id);
    await expect(prove(own, code)).resolves.toBe(false);
    await expect(club.store.transact(({ proofs }) => proofs.lock('club', own.id))).resolves.toBeUndefined();
  });
});
