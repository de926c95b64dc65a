import { afterEach, describe, expect, it } from '@jest/globals';
import { noteDoubt } from '../proof/note-doubt.js';
import { decideRepresentation } from '../proof/representation/decide-representation.js';
import { messagesOf } from '../testing/mail-house.js';
import { ASSOCIATION } from '../testing/association.js';
import { fakeSource } from '../testing/fake-source.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import type { DataRequest } from './data-request.js';
import { attestIdentity } from './decide-request.js';
import type { Viewer } from './desk.js';
import type { NewRequest } from './open-request.js';
import { outsideWords } from './outside-words.js';
import { refuseUnproved, unprovedAs } from './refuse-unproved.js';
import { openCaseFile } from './sealed-files.js';
import { refusalOf } from './special-refusals.js';
import { viewAnswer } from './view-answer.js';

let house: RequestHouse;
afterEach(() => house.stop());

const reason = 'The code was not entered.';
const GIVEN = { kind: 'email', value: 'ann@example.org' } as const;
const UNPROVED: Partial<NewRequest> = { identifiers: [GIVEN] };

async function opened(given: Partial<NewRequest> = {}): Promise<DataRequest> {
  house = requestHouse([fakeSource(ASSOCIATION)]);
  return house.open(given);
}

function officer(): Viewer {
  return { ...OFFICER, steppedUpAt: house.desk.clock.now() };
}

const refuse = (id: string, words = reason, viewer = officer()): Promise<DataRequest> =>
  refuseUnproved(house.desk, viewer, id, words);

async function trail(): Promise<unknown> {
  const { items } = await house.store.transact(({ audit }) => audit.page('club', { action: 'request.refuse' }, { first: 1 }));
  return items[0]?.item.details;
}

describe('a refusal since it stayed unproved who asks', () => {
  it('is kept as that, with how much was proved, and its subject is told (OUT-03, IDV-08)', async () => {
    const { id } = await opened(UNPROVED);
    const refused = await refuse(id);
    const { decisions } = await openCaseFile(house.vault, refused);
    expect(decisions).toMatchObject([{ event: 'refuse', reason, as: 'identity_not_proved', by: 'stf_1' }]);
    expect(await viewAnswer(house.desk, refused)).toEqual({ letters: [], reason, as: 'identity_not_proved' });
    const proof = { required: 'L1', reached: null };
    expect(await trail()).toEqual({ state: 'refused', reason: true, as: 'identity_not_proved', proof, objected: false });
    expect((await messagesOf(house, id)).map(({ kind }) => kind)).toEqual(['refused']);
    const refusedAs = await house.store.transact((transaction) => refusalOf(transaction, refused));
    const look = { settings: house.desk.clocks.settingsOf('club'), at: new Date(), refusedAs: refusedAs! };
    expect(outsideWords(refused, look).drp).toEqual({ status: 'denied', reason: 'insuf_verification' });
  });

  it('is closed once they are proved, and names the grounds of the law (OUT-03)', async () => {
    const { id } = await opened(UNPROVED);
    await attestIdentity(house.desk, officer(), id, [{ identifier: 1, provedBy: 'answered a mail' }]);
    expect(unprovedAs(await house.get(id))).toBeUndefined();
    await expect(refuse(id)).rejects.toMatchObject({
      code: 'WRONG_STATE',
      remedy: expect.stringMatching(/manifestly_unfounded, excessive, abuse or legal_restriction/u),
    });
    expect((await house.get(id)).state).toBe('ready');
  });

  it('is closed also while matches wait: that is no doubt about who asks (OUT-03)', async () => {
    const request = await opened();
    expect(unprovedAs({ ...request, queued: 1, state: 'in_review' })).toBeUndefined();
  });

  it('is open again where a doubt is recorded, and where a contact on record did not ask (OUT-03, IDV-09)', async () => {
    const request = await opened();
    const contacts = { isNew: false, objectedAt: '2026-03-02T09:00:00.000Z' };
    expect(unprovedAs({ ...request, contacts })).toBe('identity_not_proved');
    await noteDoubt(house.desk, officer(), request.id, { because: 'details_differ', text: 'Another birth date.' });
    const doubted = await house.get(request.id);
    expect(unprovedAs(doubted)).toBe('identity_not_proved');
    await house.store.transact(({ requests }) => requests.change({ ...doubted, contacts, version: doubted.version + 1 }));
    await refuse(request.id, 'The birth date differs.');
    expect(await trail()).toMatchObject({ proof: { required: 'L2', reached: 'L1' }, objected: true });
  });

  it('says of who acts for another that they have not shown that they may, until an officer accepts it (OUT-03, PER-03)', async () => {
    const { id } = await opened({ onBehalf: 'guardian', isSignedIn: true, isFreshlySignedIn: true });
    expect(unprovedAs(await house.get(id))).toBe('authority_not_shown');
    const named = { reason: 'The judgment names them.', answerTo: 'representative', sendTo: 'guardian@example.org' } as const;
    const decision = { outcome: 'accepted', ...named, authority: { evidence: 'court_order' } } as const;
    await decideRepresentation(house.desk, officer(), id, { decision, jurisdiction: 'FR' });
    expect(unprovedAs(await house.get(id))).toBeUndefined();
  });

  it('is decided by a person who has just proved that it is them, never by a program or the work (OUT-03)', async () => {
    const { id } = await opened(UNPROVED);
    await expect(refuse(id, reason, OFFICER)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    for (const kind of ['service', 'system', 'nobody'] as const) {
      const viewer = { ...officer(), actor: { kind, id: 'x_1' } };
      await expect(refuse(id, reason, viewer)).rejects.toMatchObject({ code: 'REFUSED' });
    }
    expect((await house.get(id)).state).toBe('received');
  });

  it.each(['Too much work', 'Litigation', 'rude tone', ''])('does not rest on "%s" (OUT-03)', async (words) => {
    const { id } = await opened(UNPROVED);
    await expect(refuse(id, words)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
