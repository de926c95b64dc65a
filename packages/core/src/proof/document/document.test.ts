import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import type { Step } from '../../work/step.js';
import { cancelRequest, releaseRequest } from '../../request/decide-request.js';
import { retrySource } from '../../request/retry-source.js';
import { openCaseFile } from '../../request/sealed-files.js';
import { ASSOCIATION } from '../../testing/association.js';
import { deliveryHouse, stopHouses } from '../../testing/delivery-house.js';
import { fakeSource } from '../../testing/fake-source.js';
import { OFFICER } from '../../testing/request-house.js';
import { noteDoubt } from '../note-doubt.js';
import { proofStanding } from '../proof-standing.js';
import { decideDocument, lookAtDocument } from './decide-document.js';
import { demandDocument } from './demand-document.js';
import {
  DOCUMENT_KINDS,
  LARGEST_DOCUMENT,
  LOOK_MS,
  MOST_DOCUMENTS,
  type Proportionality,
  QUARANTINE_MS,
} from './document-facts.js';
import { handInDocument } from './hand-in-document.js';

afterEach(stopHouses);

const WHY: Proportionality = {
  dataTypes: 'Stays and invoices.',
  isSpecial: false,
  nature: 'A copy of everything.',
  context: 'A free mailbox that nobody knows.',
  harm: 'Somebody would learn where she slept.',
  harmLevel: 'high',
  nothingLess: 'She has no account, and knows no booking.',
};
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const PDF = Buffer.from('%PDF-1.7 …');
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1]);

async function* content(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  await Promise.resolve();
  yield* parts;
}

async function doubted() {
  const house = deliveryHouse();
  const { club, officer } = house;
  const { id } = await club.open();
  await club.workUntil(id, 'awaiting_release');
  await noteDoubt(club.desk, officer(), id, { because: 'unknown_sender', text: 'The mailbox is new.' });
  const demand = (why: Partial<Proportionality> = {}) => demandDocument(club.desk, officer(), id, { ...WHY, ...why });
  const handIn = (...parts: readonly Uint8Array[]) => handInDocument(club.desk, officer(), id, content(...parts));
  const other = () => ({ ...officer(), actor: { kind: 'staff', id: 'stf_2' } as const });
  const kept = () => club.vault.stored().filter((name) => name.includes('quarantine'));
  const purged = async (): Promise<void> => {
    for (;;) {
      const steps: readonly Step[] = await club.store.transact((transaction) => transaction.steps.of('club', id));
      const due = steps.filter(({ kind, state, dueAt }) => kind === 'purge' && state !== 'done' && dueAt <= house.clock.now());
      if (due.length === 0 && kept().length === 0) return;
      club.desk.wake();
      await new Promise((wake) => setTimeout(wake, 5));
    }
  };
  return { ...house, id, demand, handIn, other, kept, purged };
}

async function handedIn() {
  const house = await doubted();
  await house.demand();
  await house.handIn(PNG);
  return house;
}

describe('a copy that was handed in while an addition was prepared', () => {
  it('is deleted when it is left at the answer that went out, as by any decision (IDV-04)', async () => {
    const faults = [{ at: 'open' as const, error: new ConnectorError('permission', 'No.'), times: 2 }];
    const { club, officer } = deliveryHouse({}, [fakeSource({ ...ASSOCIATION, faults })]);
    const { id } = await club.open();
    await club.workUntil(id, 'awaiting_release');
    await releaseRequest(club.desk, officer(), id, { days: 7, reason: 'It is down.' });
    await retrySource(club.desk, OFFICER, id, 'crm');
    await club.workUntil(id, 'awaiting_release');
    await noteDoubt(club.desk, officer(), id, { because: 'unknown_sender', text: 'The mailbox is new.' });
    await demandDocument(club.desk, officer(), id, WHY);
    await handInDocument(club.desk, officer(), id, content(PNG));
    const settled = await cancelRequest(club.desk, officer(), id, 'She wants no more.');
    expect(settled).toMatchObject({
      state: 'released',
      proof: { document: expect.not.objectContaining({ held: expect.anything() }) },
    });
    while (club.vault.stored().some((name) => name.includes('quarantine'))) {
      club.desk.wake();
      await new Promise((wake) => setTimeout(wake, 5));
    }
  });
});

describe('the demand for a document (IDV-01, IDV-03)', () => {
  it('needs a doubt, and a whole record of why it is proportionate, which is sealed with the case', async () => {
    const { club, id, demand, entries } = await doubted();
    for (const word of ['dataTypes', 'nature', 'context', 'harm', 'nothingLess'] as const) {
      await expect(demand({ [word]: ' ' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    const demanded = await demand();
    expect(proofStanding(demanded)).toMatchObject({ required: 'L3', reached: 'L1', isEnough: false });
    expect((await openCaseFile(club.vault, demanded)).documentDemands).toMatchObject([WHY]);
    const entry = (await entries()).find(({ action }) => action === 'identity.document.demand');
    expect(entry?.details).toEqual({ harm: 'high', isSpecial: false, doubts: 1 });
    expect(JSON.stringify([entry, demanded.proof])).not.toContain('mailbox');
    await expect(demand()).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(demandDocument(club.desk, OFFICER, id, WHY)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });

  it('is refused without a doubt, from a signed-in account, where less suffices, and once it is decided', async () => {
    const { club, officer } = deliveryHouse();
    const demand = (id: string) => demandDocument(club.desk, officer(), id, WHY);
    const plain = await club.open();
    await expect(demand(plain.id)).rejects.toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringContaining('without a recorded doubt'),
    });
    const signedIn = await club.open({ isSignedIn: true });
    await expect(demand(signedIn.id)).rejects.toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringContaining('signed-in'),
    });
    const known = await club.open();
    await noteDoubt(club.desk, officer(), known.id, { because: 'unknown_sender', text: 'The mailbox is new.' });
    await club.store.transact(async ({ requests }) => {
      const { version, proof, ...rest } = (await requests.lock('club', known.id))!;
      const brought = [{ kind: 'known_facts', at: '2026-03-01T09:00:00.000Z', by: 'stf_1' }] as const;
      await requests.change({ ...rest, version: version + 1, proof: { ...proof!, brought } });
    });
    await expect(demand(known.id)).rejects.toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('suffices') });
    await cancelRequest(club.desk, OFFICER, plain.id, 'Withdrawn.');
    await expect(demand(plain.id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('is for nothing but a plain copy of what authorities issue (IDV-05)', () => {
    expect(DOCUMENT_KINDS).toEqual(['identity_card', 'passport', 'residence_permit']);
  });
});

describe('a copy of a document in quarantine (IDV-04)', () => {
  it('is looked at, decided about and gone: what stays is that it was checked', async () => {
    const { club, id, officer, kept, purged, entries } = await handedIn();
    expect(kept()).toHaveLength(1);
    await expect(decideDocument(club.desk, officer(), id, { kind: 'passport', outcome: 'accepted' })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    const shown = await lookAtDocument(club.desk, officer(), id);
    expect(shown).toMatchObject({ type: 'image/png', bytes: PNG.length });
    const parts: Uint8Array[] = [];
    for await (const part of shown.content) parts.push(part);
    expect(Buffer.concat(parts)).toEqual(Buffer.from(PNG));
    const decided = await decideDocument(club.desk, officer(), id, { kind: 'passport', outcome: 'accepted' });
    expect(decided.proof?.document).toMatchObject({ checked: { kind: 'passport', outcome: 'accepted', by: 'stf_1' } });
    expect(decided.proof?.document).not.toHaveProperty('held');
    expect(proofStanding(decided)).toMatchObject({ required: 'L3', reached: 'L3', isEnough: true });
    await purged();
    expect(kept()).toEqual([]);
    const actions = (await entries()).map(({ action }) => action).filter((action) => action.startsWith('identity.document'));
    expect(actions.reverse()).toEqual([
      'identity.document.demand',
      'identity.document.begin',
      'identity.document',
      'identity.document.look',
      'identity.document.check',
    ]);
    await releaseRequest(club.desk, officer(), id, { days: 7 });
    await expect(lookAtDocument(club.desk, officer(), id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('that is rejected proves nothing, and another one can be handed in, five in all', async () => {
    const { club, id, officer, handIn, purged } = await handedIn();
    for (let number = 1; number <= MOST_DOCUMENTS; number += 1) {
      await expect(handIn(PDF)).rejects.toMatchObject({ code: 'WRONG_STATE' });
      await lookAtDocument(club.desk, officer(), id);
      const rejected = await decideDocument(club.desk, officer(), id, { kind: 'passport', outcome: 'rejected' });
      expect(proofStanding(rejected)).toMatchObject({ required: 'L3', reached: 'L1' });
      if (number < MOST_DOCUMENTS) await handIn(number === 1 ? PDF : JPEG);
    }
    await expect(handIn(PDF)).rejects.toMatchObject({ code: 'LIMITED' });
    await purged();
  });

  it('is gone after a day, whoever was down meanwhile, and the trail says that nobody has decided', async () => {
    const { club, id, officer, clock, kept, purged, entries } = await handedIn();
    clock.pass(QUARANTINE_MS);
    await expect(lookAtDocument(club.desk, officer(), id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await purged();
    expect(kept()).toEqual([]);
    while ((await club.get(id)).proof?.document?.held !== undefined) await new Promise((wake) => setTimeout(wake, 5));
    expect((await entries()).map(({ action }) => action)).toContain('identity.document.expire');
    await expect(decideDocument(club.desk, officer(), id, { kind: 'passport', outcome: 'accepted' })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  it.each([
    [
      'withdrawn',
      (house: Awaited<ReturnType<typeof handedIn>>) => cancelRequest(house.club.desk, OFFICER, house.id, 'Withdrawn.'),
    ],
    [
      'released all the same',
      (house: Awaited<ReturnType<typeof handedIn>>) =>
        releaseRequest(house.club.desk, house.officer(), house.id, { days: 7, reason: 'She is known.' }),
    ],
  ])('is gone when the request is %s', async (_how, decide) => {
    const house = await handedIn();
    const decided = await decide(house);
    expect(decided.proof?.document).not.toHaveProperty('held');
    await house.purged();
    expect(house.kept()).toEqual([]);
  });

  it('is for one person at a time, who has just proved that it is them', async () => {
    const { club, id, officer, other, clock } = await handedIn();
    await expect(lookAtDocument(club.desk, OFFICER, id)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(lookAtDocument(club.desk, officer(), 'req_none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await lookAtDocument(club.desk, officer(), id);
    await expect(lookAtDocument(club.desk, other(), id)).rejects.toMatchObject({ code: 'LIMITED' });
    await expect(decideDocument(club.desk, other(), id, { kind: 'passport', outcome: 'accepted' })).rejects.toMatchObject({
      code: 'LIMITED',
    });
    clock.pass(LOOK_MS);
    await lookAtDocument(club.desk, other(), id);
  });

  it.each<[string, readonly Uint8Array[]]>([
    ['nothing', []],
    ['a page', [Buffer.from('<html><script>alert(1)</script>')]],
    ['an archive that unpacks to much', [Uint8Array.from([0x50, 0x4b, 0x03, 0x04])]],
    ['a picture that can hold a script', [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]],
    ['more than 10 MiB', [PDF, new Uint8Array(LARGEST_DOCUMENT)]],
    ['a PDF with something before it', [Buffer.from('GIF89a'), PDF]],
  ])('is not taken where it is %s, in the same words, and nothing is kept', async (_what, parts) => {
    const { demand, handIn, kept } = await doubted();
    await demand();
    await expect(handIn(...parts)).rejects.toMatchObject({ code: 'INVALID_INPUT', message: 'This file is not taken.' });
    expect(kept()).toEqual([]);
  });

  it('is not taken where none is asked for, once one was accepted, or from who has not proved that it is them', async () => {
    const { club, id, officer, demand, handIn, purged } = await doubted();
    await expect(handIn(PNG)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await demand();
    await expect(handInDocument(club.desk, OFFICER, id, content(PNG))).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(handInDocument(club.desk, officer(), 'req_none', content(PNG))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await handIn(PNG);
    await lookAtDocument(club.desk, officer(), id);
    await decideDocument(club.desk, officer(), id, { kind: 'identity_card', outcome: 'accepted' });
    await expect(handIn(PNG)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await purged();
  });

  it('that two hand in at once is one, and no other is left after a day', async () => {
    const { demand, handIn, clock, purged, kept } = await doubted();
    await demand();
    const all = await Promise.allSettled([handIn(PNG), handIn(PDF)]);
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    clock.pass(QUARANTINE_MS);
    await purged();
    expect(kept()).toEqual([]);
  });
});
