import { afterEach, describe, expect, it } from '@jest/globals';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import { releaseRequest, retrySearch } from '../request/decide-request.js';
import { openSubjectFile } from '../request/sealed-files.js';
import { type AskingHouse, askingHouse } from '../testing/asking-house.js';
import { ASSOCIATION } from '../testing/association.js';
import { stopHouses } from '../testing/delivery-house.js';
import { fakeSource } from '../testing/fake-source.js';
import { until } from '../testing/working.js';

afterEach(stopHouses);

const COPY: DisclosureSummary = { gate: { release: 'automatic', answer: 'copy' }, retention: [] };
const NEW = { kind: 'email', value: 'ann@new.test' } as const;
const ANNS = { kind: 'id', namespace: 'crm.member', value: '1' } as const;
const PROVED = { provedBy: 'signed in' } as const;

/** Somebody who asks with an address that is on no record, and has proved that they read it. */
async function askedFrom(number: string) {
  const house = askingHouse();
  const asked = await house.ask({ identifiers: [{ ...ANNS, value: number }, NEW] });
  await house.prove(asked.own, await house.codeIn(1));
  const waiting = await house.club.workUntil(asked.own.id, 'awaiting_release');
  await probed(house, asked.own.id);
  return { ...house, ...asked, waiting };
}

async function probed({ club }: Pick<AskingHouse, 'club'>, id: string) {
  await until(async () => (await club.get(id)).contacts?.probe !== undefined);
  return (await club.get(id)).contacts;
}

describe('an answer that would go to an address on no record (IDV-09, R57)', () => {
  it('waits, and goes to the contact on record once the code that went there was entered', async () => {
    const { club, own, waiting, message, codeIn, prove, linkOf, enter, claimCode } = await askedFrom('1');
    expect(waiting).toMatchObject({ included: 0, contacts: { isNew: true } });
    expect((await message(2)).kind).toBe('received');
    const { kind, to } = await message(3);
    expect([kind, to.reveal()]).toEqual(['code', 'ann@example.org']);
    await expect(prove(own, await codeIn(3))).resolves.toBe(true);
    const done = await club.workUntil(own.id, 'released');
    expect(done).toMatchObject({ included: 1, contacts: { isNew: false, probe: 'codes_sent' } });
    // Nobody acknowledges a receipt twice
    const link = await message(4);
    expect([link.kind, link.to.reveal()]).toEqual(['archive_ready', 'ann@example.org']);
    await expect(enter(await linkOf(4), claimCode)).resolves.toMatchObject({ outcome: 'open' });
  });

  it('waits as visibly where nothing is on record at all, and has a code owed that nobody has', async () => {
    const { club, own, sent, waiting, prove } = await askedFrom('99');
    expect(waiting.contacts?.isNew).toBe(true);
    expect((await club.get(own.id)).contacts?.probe).toBe('no_record');
    expect(sent).toHaveLength(2);
    await expect(prove(own, '99999999')).resolves.toBe(false);
    const proof = await club.store.transact(({ proofs }) => proofs.lock('club', own.id));
    expect(proof).toMatchObject({ identifier: 0, failures: 1 });
  });

  it('waits also where a website vouches for the address, and the records were found by a number', async () => {
    const house = askingHouse();
    const { request } = await house.handOver({
      identifiers: [
        { ...ANNS, ...PROVED },
        { ...NEW, ...PROVED },
      ],
    });
    await expect(house.club.workUntil(request.id, 'awaiting_release')).resolves.toMatchObject({ included: 1 });
    await expect(probed(house, request.id)).resolves.toMatchObject({ isNew: true, probe: 'codes_sent' });
    expect((await house.message(1)).to.reveal()).toBe('ann@example.org');
  });

  it('is released there by an officer with a reason, and not without', async () => {
    const { club, own, officer, message, codeIn, prove } = await askedFrom('1');
    const code = await codeIn(3);
    await expect(releaseRequest(club.desk, officer(), own.id, { days: 7 })).rejects.toMatchObject({
      code: 'INCOMPLETE',
      message: 'It is not sure enough who asks: L1 is proved, and L2 is needed.',
    });
    await releaseRequest(club.desk, officer(), own.id, { days: 7, reason: 'She called from the telephone on record.' });
    expect((await message(4)).to.reveal()).toBe(NEW.value);
    await expect(prove(own, code)).resolves.toBe(false);
    const { identifiers } = await openSubjectFile(club.vault, await club.get(own.id));
    expect(identifiers.map(({ isOnRecord }) => isOnRecord)).toEqual([undefined, undefined]);
  });

  it('has the contacts looked for once, however often it is made anew', async () => {
    const { club, own, officer } = await askedFrom('1');
    await retrySearch(club.desk, officer(), own.id);
    await club.workUntil(own.id, 'awaiting_release');
    const steps = await club.store.transact((transaction) => transaction.steps.of('club', own.id));
    expect(steps.filter(({ kind }) => kind === 'probe')).toHaveLength(1);
  });

  it('waits for an officer alone where its subject has no claim code to come back with', async () => {
    const house = askingHouse();
    const request = await house.club.open({
      identifiers: [
        { ...ANNS, ...PROVED },
        { ...NEW, ...PROVED },
      ],
    });
    await expect(house.club.workUntil(request.id, 'awaiting_release')).resolves.toMatchObject({ contacts: { isNew: true } });
    await expect(house.club.store.transact(({ proofs }) => proofs.lock('club', request.id))).resolves.toBeUndefined();
    // Whoever reads the contact on record is told of it nevertheless
    expect(house.sent.map(({ kind }) => kind)).toEqual(['notice']);
  });
});

describe('an address', () => {
  const { member } = ASSOCIATION.collections;
  const mention = { ...member!, rows: member!.rows.map((row) => ({ ...row, sponsor: NEW.value })), thirdParty: ['sponsor'] };
  const withSponsor = { ...mention, identifiers: { ...member!.identifiers, sponsor: { kind: 'email' } } } as const;

  it('is on no record by standing there as somebody else’s (IDV-09)', async () => {
    const house = askingHouse({ disclosed: () => COPY }, [fakeSource({ id: 'crm', collections: { member: withSponsor } })]);
    const { request } = await house.handOver({
      identifiers: [
        { ...ANNS, ...PROVED },
        { ...NEW, ...PROVED },
      ],
    });
    await house.club.workUntil(request.id, 'in_review');
    await expect(house.club.get(request.id)).resolves.toMatchObject({ included: 1, contacts: { isNew: true } });
  });

  it.each([
    ['nothing else was given', [{ ...NEW, ...PROVED }]],
    ['none was proved', [{ ...ANNS, ...PROVED }, NEW]],
    [
      'one of those that were proved stands there',
      [
        { ...ANNS, ...PROVED },
        { ...NEW, ...PROVED },
        { ...NEW, value: 'Ann@Example.org', ...PROVED },
      ],
    ],
  ])('is not called new where %s', async (_what, identifiers) => {
    const house = askingHouse();
    const { request } = await house.handOver({ identifiers });
    const done = await house.club.workUntil(request.id, 'awaiting_release', 'released');
    expect(done.contacts).toMatchObject({ isNew: false });
  });
});
