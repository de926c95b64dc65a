import { afterEach, describe, expect, it } from '@jest/globals';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import { attestIdentity, releaseRequest, startSearch } from '../request/decide-request.js';
import { shredRequest } from '../request/shred-request.js';
import { answeredHouse, deliveryHouse, stopHouses } from '../testing/delivery-house.js';
import { proofStanding } from '../proof/proof-standing.js';
import { OFFICER } from '../testing/request-house.js';
import { handOver } from './hand-over.js';
import { renewClaimCode } from './manage-link.js';

const DAY_MS = 86_400_000;

afterEach(stopHouses);

describe('a request that is handed over', () => {
  it('is searched, released and announced to the address that was proved, with nobody touching it', async () => {
    const { request, sent, entries, clock } = await answeredHouse();
    expect(request).toMatchObject({ state: 'released', complete: true });
    expect(request.expiresAt!.getTime() - clock.now().getTime()).toBeLessThanOrEqual(7 * DAY_MS);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ kind: 'archive_ready', language: 'fr', facts: { reference: request.reference } });
    expect(sent[0]!.to.reveal()).toBe('ann@example.org');
    const released = (await entries()).find(({ action }) => action === 'request.release');
    expect(released).toMatchObject({ actor: { kind: 'system' }, details: { automatic: true, complete: true } });
  });

  it('keeps neither the secret of its link nor its claim code anywhere in the store', async () => {
    const { club, request, claimCode, keys, entries } = await answeredHouse();
    const delivery = await club.store.transact(({ deliveries }) => deliveries.get('club', request.id));
    const messages = await club.store.transact((transaction) => transaction.messages.of('club', request.id));
    const kept = JSON.stringify([delivery, messages, request, await entries()]);
    expect(kept).not.toContain(keys.secret.reveal());
    expect(kept).not.toContain(claimCode.reveal());
  });

  it.each<[string, DisclosureSummary]>([
    ['the gate wants an officer', { gate: { release: 'dpo', answer: 'copy', reasons: [] }, retention: [] }],
    ['nothing is held', { gate: { release: 'automatic', answer: 'negative' }, retention: [] }],
  ])('waits for an officer where %s', async (_name, summary) => {
    const { club, sent, handOver: hand, officer, linkOf } = deliveryHouse({ disclosed: () => summary });
    const { request } = await hand();
    await club.workUntil(request.id, 'awaiting_release');
    expect(sent).toEqual([]);
    await releaseRequest(club.desk, officer(), request.id, { days: 3 });
    expect((await linkOf(1)).link).not.toBe('');
  });

  it('waits for an officer where no register says how it is decided, and where no address is proved', async () => {
    const withoutRegister = deliveryHouse({});
    const first = await withoutRegister.handOver();
    await withoutRegister.club.workUntil(first.request.id, 'awaiting_release');
    const { club, handOver: hand, officer, sent } = deliveryHouse();
    const identifiers = [{ kind: 'id', namespace: 'crm.member', value: '1', provedBy: 'signed in' }] as const;
    const { request } = await hand({ identifiers });
    await club.workUntil(request.id, 'awaiting_release');
    await releaseRequest(club.desk, officer(), request.id, { days: 3, reason: 'They are known.' });
    expect(sent.map(({ kind }) => kind)).toEqual(['notice']);
    await expect(renewClaimCode(club.desk, officer(), request.id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('never goes out by itself where an officer has opened it', async () => {
    const { club } = deliveryHouse();
    const { id } = await club.open();
    await expect(club.workUntil(id, 'awaiting_release')).resolves.toMatchObject({ complete: true });
  });

  it('is not searched before something of it is proved, and fulfils itself after that', async () => {
    const { club, handOver: hand, linkOf } = deliveryHouse();
    const { request } = await hand({ identifiers: [{ kind: 'email', value: 'ann@example.org' }] });
    expect(request.state).toBe('received');
    await attestIdentity(club.desk, OFFICER, request.id, [{ identifier: 1, provedBy: 'answered a mail' }]);
    await startSearch(club.desk, OFFICER, request.id);
    await club.workUntil(request.id, 'released');
    await expect(linkOf(1)).resolves.toBeDefined();
  });

  it('is opened once for each key, whose last claim code counts, until the link is out', async () => {
    const waiting = { gate: { release: 'dpo', answer: 'copy', reasons: [] }, retention: [] } as const;
    const { club, handOver: hand, enter, linkOf, officer } = deliveryHouse({ disclosed: () => waiting });
    const first = await hand();
    const second = await hand();
    expect(second.request.id).toBe(first.request.id);
    expect(second.claimCode.reveal()).not.toBe(first.claimCode.reveal());
    await club.workUntil(first.request.id, 'awaiting_release');
    await releaseRequest(club.desk, officer(), first.request.id, { days: 3 });
    await expect(hand()).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const keys = await linkOf(1);
    await expect(enter(keys, first.claimCode)).resolves.toMatchObject({ outcome: 'wrong' });
    await expect(enter(keys, second.claimCode)).resolves.toMatchObject({ outcome: 'open' });
    await shredRequest(club.desk, OFFICER, first.request.id);
    await expect(hand()).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('is not taken over for a controller without pages to download from', async () => {
    const { club } = deliveryHouse();
    const desk = { ...club.desk, delivery: { ...club.desk.delivery, addressOf: () => undefined } };
    const given = { identifiers: [], rights: [], format: 'json', language: 'en' } as const;
    await expect(handOver(desk, OFFICER, given, { key: 'k', fingerprint: 'f' })).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  describe('from a signed-in account (IDV-02)', () => {
    const ACCOUNT = {
      assertion: 'assertion-of-the-site-1',
      isFresh: true,
      identifiers: [{ kind: 'email', value: 'ann@example.org' }],
    } as const;
    const NEW = { identifiers: [], rights: ['access'], format: 'csv', language: 'fr' } as const;

    it.each([
      [true, 'fresh_account', 'L2'],
      [false, 'account', 'L1'],
    ])('has what the account is known by proved; signed in just now: %s', async (isFresh, kind, reached) => {
      const { club } = deliveryHouse();
      const once = { key: 'website-9', fingerprint: 'f', account: { ...ACCOUNT, isFresh } };
      const { request } = await handOver(club.desk, OFFICER, NEW, once);
      expect(request.proof?.brought.map((each) => each.kind)).toEqual([kind, 'attested']);
      expect(proofStanding(request)).toEqual({ required: 'L0', reached, reasons: ['signed-in'], isEnough: true });
      expect((await club.workUntil(request.id, 'released')).included).toBe(1);
    });

    it('takes an assertion once, also of two hundred at once, and again for the same call', async () => {
      const { club } = deliveryHouse();
      const hand = (key: string) => handOver(club.desk, OFFICER, NEW, { key, fingerprint: 'f', account: ACCOUNT });
      const all = await Promise.allSettled(Array.from({ length: 200 }, (_, call) => hand(`website-${String(call)}`)));
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const [first] = all.flatMap((each, call) => (each.status === 'fulfilled' ? [{ call, id: each.value.request.id }] : []));
      await expect(hand('website-201')).rejects.toMatchObject({ code: 'REFUSED', message: 'This assertion is not accepted.' });
      await club.workUntil(first!.id, 'released');
    });
  });
});
