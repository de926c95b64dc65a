import { afterEach, describe, expect, it } from '@jest/globals';
import { addDays } from '../calendar/local-date.js';
import { DEFAULT_DEADLINE_RULES } from '../deadline/rules.js';
import { subjectViewer } from '../identity/ask-for-data.js';
import { gateNow } from '../proof/gate-now.js';
import { clockOf } from '../request/clock/clock-of.js';
import { viewAgenda } from '../request/clock/view-clock.js';
import type { DataRequest } from '../request/data-request.js';
import { attestIdentity, cancelRequest, releaseRequest, startSearch } from '../request/decide-request.js';
import { refuseOnGround } from '../request/grounded-refusal.js';
import { openCaseFile } from '../request/sealed-files.js';
import { type DeliveryHouseSetting, deliveryHouse, stopHouses } from '../testing/delivery-house.js';
import { EVIDENCE, feeFor, todayIn } from '../testing/fee-house.js';
import { OFFICER } from '../testing/request-house.js';
import { until } from '../testing/working.js';
import { type AnnouncedFee, announceFee } from './announce-fee.js';
import { acceptOwnFee, type FeeNote, noteFee } from './settle-fee.js';
import { viewFee } from './view-fee.js';

afterEach(stopHouses);

const UNPROVED = { identifiers: [{ kind: 'email', value: 'ann@example.org' }] } as const;

/** A request that waits for its proof, for which a fee was announced. */
async function priced() {
  const house = deliveryHouse();
  const { id } = (await house.handOver(UNPROVED)).request;
  const request = await announceFee(house.club.desk, house.officer(), id, feeFor(house));
  return { ...house, request };
}

/** The same, proved and searched: nothing but the fee keeps it. */
async function held() {
  const house = await priced();
  const { desk } = house.club;
  await attestIdentity(desk, OFFICER, house.request.id, [{ identifier: 1, provedBy: 'answered a mail' }]);
  await startSearch(desk, OFFICER, house.request.id);
  return { ...house, request: await house.club.workUntil(house.request.id, 'awaiting_release') };
}

const note = ({ club, officer }: DeliveryHouseSetting, id: string, noted: FeeNote) => noteFee(club.desk, officer(), id, noted);
const accept = ({ club }: DeliveryHouseSetting, id: string) => acceptOwnFee(club.desk, { viewer: subjectViewer('club'), id });

describe('a fee (OUT-06)', () => {
  it('is announced before anything is due: kept as facts, its words sealed, and told to the subject', async () => {
    const house = await priced();
    const { club, request, sent } = house;
    expect(request.fee).toEqual({
      ...feeFor(house),
      cause: { for: 'manifestly_unfounded' },
      announcedAt: request.updatedAt.toISOString(),
      announcedBy: 'stf_1',
    });
    const file = await openCaseFile(club.vault, request);
    expect(viewFee(request, file)).toMatchObject({ standing: 'announced', total: 570, evidence: EVIDENCE });
    expect(viewFee(request, {})).not.toHaveProperty('evidence');
    expect(viewFee({}, {})).toBeUndefined();
    const [entry] = (await house.entries()).filter(({ action }) => action === 'fee.announce');
    expect(entry?.details).toMatchObject({ for: 'manifestly_unfounded', cents: 570, currency: 'EUR' });
    expect(JSON.stringify([entry, request.fee])).not.toContain('Ann');
    expect(sent).toEqual([]);
  });

  it('leaves the clock as it is in the EU; only in the UK pack it counts from when it was paid or waived (DLN-09)', async () => {
    const house = await priced();
    const { request } = house;
    const eu = house.club.desk.clocks.settingsOf('club');
    const uk = { ...eu, rules: { ...DEFAULT_DEADLINE_RULES, pack: 'uk' as const } };
    expect(clockOf(request, eu)).toEqual(clockOf({ receivedAt: request.receivedAt, ledger: [] }, eu));
    const askedAt = new Date(request.fee!.announcedAt);
    expect(clockOf(request, uk).demands).toEqual([{ what: 'fee', askedAt }]);
    expect(clockOf({ receivedAt: request.receivedAt, ledger: [] }, uk).demands).toEqual([]);
    const paid = await note(house, request.id, { as: 'paid', words: 'The bank has it.' });
    expect(clockOf(paid, uk).demands).toEqual([{ what: 'fee', askedAt, metAt: new Date(paid.fee!.end!.at) }]);
    expect(paid.dueAt).toEqual(request.dueAt);
    expect((await openCaseFile(house.club.vault, paid)).feeWords).toMatchObject([
      { event: 'announce' },
      { event: 'pay', text: 'The bank has it.', by: 'stf_1' },
    ]);
  });

  it('keeps the answer from going out by itself, and the gate says why, until its subject accepts', async () => {
    const house = await held();
    const { club, officer, request } = house;
    expect(gateNow(request)).toMatchObject({ release: 'dpo', reasons: [{ code: 'fee', count: 1 }] });
    const early = releaseRequest(club.desk, officer(), request.id, { days: 7, reason: 'All the same.' });
    await expect(early).rejects.toMatchObject({ code: 'WRONG_STATE', remedy: expect.stringContaining('waive') });
    const released = await accept(house, request.id);
    expect(released).toMatchObject({ state: 'released', fee: { accepted: { by: 'subject' } } });
    expect((await house.entries()).filter(({ action }) => action === 'fee.accept')).toMatchObject([
      { actor: { kind: 'nobody' }, details: { hasWords: false } },
    ]);
    await until(() => house.sent.some(({ kind }) => kind === 'archive_ready'));
  });

  it('that is waived lets the answer go out; before it is made, nothing happens but that', async () => {
    const house = await held();
    const other = (await house.handOver(UNPROVED, { key: 'website-2', fingerprint: 'f' })).request;
    await announceFee(house.club.desk, house.officer(), other.id, feeFor(house));
    const waived = await note(house, other.id, { as: 'waived' });
    expect(waived).toMatchObject({ state: 'received', fee: { end: { as: 'waived', by: 'stf_1' } } });
    expect(await note(house, house.request.id, { as: 'waived' })).toMatchObject({ state: 'released' });
  });

  it('stands in the agenda as long as it waits; when the day is over nothing happens by itself', async () => {
    const house = await priced();
    const { club, clock, request } = house;
    const lines = (of: DataRequest) =>
      viewAgenda(of, { settings: club.desk.clocks.settingsOf('club'), at: clock.now() }).filter(
        ({ kind }) => kind === 'fee-answer',
      );
    expect(lines(request)).toEqual([{ on: request.fee!.answerBy, kind: 'fee-answer', isPast: false }]);
    clock.pass(15 * 86_400_000);
    expect(lines(await club.get(request.id))).toMatchObject([{ isPast: true }]);
    expect((await club.get(request.id)).state).toBe('received');
    expect(lines(await accept(house, request.id))).toEqual([]);
  });

  it('is accepted once, paid after that, and then ended', async () => {
    const house = await priced();
    const { club, request } = house;
    await note(house, request.id, { as: 'accepted', words: 'By telephone.' });
    await expect(accept(house, request.id)).rejects.toMatchObject({
      code: 'WRONG_STATE',
      message: 'This fee is accepted already.',
    });
    expect((await note(house, request.id, { as: 'paid' })).fee).toMatchObject({ accepted: { by: 'stf_1' }, end: { as: 'paid' } });
    for (const as of ['accepted', 'paid', 'waived'] as const) {
      await expect(note(house, request.id, { as })).rejects.toMatchObject({ code: 'WRONG_STATE' });
    }
    const free = (await house.handOver({}, { key: 'website-2', fingerprint: 'f' })).request;
    await expect(accept(house, free.id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await cancelRequest(club.desk, house.officer(), request.id, 'Withdrawn.');
    await expect(note(house, request.id, { as: 'waived' })).rejects.toMatchObject({ remedy: 'Open a new request.' });
  });

  it('that was accepted leaves no refusal for the same excess; one that was not does (Art. 12(5))', async () => {
    const house = await priced();
    const { club, officer, request } = house;
    const claimed = { ground: 'manifestly_unfounded', evidence: EVIDENCE } as const;
    const refuse = (id: string) => refuseOnGround(club.desk, officer(), id, { reason: 'No aim.', claimed });
    await accept(house, request.id);
    await expect(refuse(request.id)).rejects.toMatchObject({ code: 'WRONG_STATE', remedy: 'Answer it.' });
    const lawRef = 'Article L561-45';
    const restriction = { ground: 'legal_restriction', lawRef, why: 'The register is of the bank.' } as const;
    const restricted = await refuseOnGround(club.desk, officer(), request.id, { reason: 'A law.', claimed: restriction });
    expect(restricted.state).toBe('refused');
    for (const [index, as] of [undefined, 'waived' as const].entries()) {
      const { id } = (await house.handOver(UNPROVED, { key: `other-${String(index)}`, fingerprint: 'f' })).request;
      await announceFee(club.desk, officer(), id, feeFor(house));
      if (as !== undefined) await note(house, id, { as });
      expect((await refuse(id)).state).toBe('refused');
    }
  });

  it('is decided by a person with a fresh proof, and by no program (OUT-03)', async () => {
    const house = deliveryHouse();
    const { id } = (await house.handOver(UNPROVED)).request;
    const announce = (viewer: typeof OFFICER) => announceFee(house.club.desk, viewer, id, feeFor(house));
    await expect(announce(OFFICER)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    for (const kind of ['service', 'system'] as const) {
      const program = { ...house.officer(), actor: { kind, id: 'x_1' } };
      await expect(announce(program)).rejects.toMatchObject({ code: 'REFUSED' });
      await expect(noteFee(house.club.desk, program, id, { as: 'paid' })).rejects.toMatchObject({ code: 'REFUSED' });
    }
    await expect(noteFee(house.club.desk, OFFICER, id, { as: 'paid' })).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });

  it('is of direct costs alone, in a currency, with time to answer, and with what shows it', async () => {
    const house = deliveryHouse();
    const { id } = (await house.handOver(UNPROVED)).request;
    const postage = { cost: 'postage', cents: 420 } as const;
    const faults: readonly Partial<AnnouncedFee>[] = [
      { costs: [] },
      { costs: [postage, postage] },
      { costs: [{ ...postage, cents: 0 }] },
      { costs: [{ ...postage, cents: 4.2 }] },
      { currency: 'euro' },
      { currency: 'ABC' },
      { answerBy: todayIn(house) },
      { answerBy: addDays(todayIn(house), 40) },
      { cause: { for: 'manifestly_unfounded', evidence: 'Too much work' } },
    ];
    for (const fault of faults) {
      const wrong = announceFee(house.club.desk, house.officer(), id, feeFor(house, fault));
      await expect(wrong).rejects.toMatchObject({ code: 'INVALID_INPUT', remedy: expect.any(String) });
    }
    expect((await house.club.get(id)).fee).toBeUndefined();
  });

  it('is announced once, of what is neither decided nor answered', async () => {
    const house = await priced();
    const { club, officer, request } = house;
    const announce = (id: string) => announceFee(club.desk, officer(), id, feeFor(house));
    await expect(announce(request.id)).rejects.toMatchObject({ code: 'WRONG_STATE', remedy: expect.stringContaining('Waive') });
    const { id } = (await house.handOver({}, { key: 'website-2', fingerprint: 'f' })).request;
    const answered = await club.workUntil(id, 'released');
    await expect(announce(id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const reopened = { ...answered, state: 'awaiting_release', version: answered.version + 1 } as const;
    await club.store.transact(({ requests }) => requests.change(reopened));
    await expect(announce(id)).rejects.toMatchObject({ message: expect.stringContaining('what completes it is free') });
  });

  it('for an excess takes the day of the repeated request from it, as a refusal does (OUT-04)', async () => {
    const house = deliveryHouse();
    const { club, officer } = house;
    const earlier = await club.open({ receivedAt: new Date('2026-02-01T09:00:00Z') });
    const open = (day: string) => club.open({ receivedAt: new Date(`${day}T09:00:00Z`) });
    const { id } = await open('2026-02-20');
    const cause = { for: 'excessive', earlier: earlier.id, evidence: EVIDENCE } as const;
    const announced = await announceFee(club.desk, officer(), id, feeFor(house, { cause }));
    expect(announced.fee?.cause).toEqual({ for: 'excessive', earlier: earlier.id, lastRequestOn: '2026-02-01' });
  });
});
