import { afterEach, describe, expect, it } from '@jest/globals';
import { subjectViewer } from '../../identity/ask-for-data.js';
import { deliveryHouse, stopHouses } from '../../testing/delivery-house.js';
import { noteDoubt } from '../note-doubt.js';
import { demandDocument } from './demand-document.js';
import { handInOwnDocument } from './hand-in-document.js';
import type { Proportionality } from './document-facts.js';

afterEach(stopHouses);

const WHY: Proportionality = {
  ...{ dataTypes: 'Stays.', isSpecial: false, nature: 'Everything.', context: 'A new mailbox.' },
  ...{ harm: 'Where she slept.', harmLevel: 'high', nothingLess: 'She knows no booking.' },
};

async function* pdf(): AsyncGenerator<Uint8Array, void, undefined> {
  yield await Promise.resolve(Buffer.from('%PDF-1.7 …'));
}

describe('a document that the person who asks hands in', () => {
  it('needs no proof of staff, is taken where one is asked for, and is kept like one of theirs (IDV-04)', async () => {
    const { club, officer } = deliveryHouse();
    const { id } = await club.open();
    await club.workUntil(id, 'awaiting_release');
    const own = (): Promise<unknown> => handInOwnDocument(club.desk, subjectViewer('club'), id, pdf());
    await noteDoubt(club.desk, officer(), id, { because: 'unknown_sender', text: 'The mailbox is new.' });
    await expect(own()).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await demandDocument(club.desk, officer(), id, WHY);
    await own();
    expect(club.vault.stored().filter((name) => name.includes('quarantine'))).toHaveLength(1);
    expect((await club.get(id)).proof?.document?.held).toMatchObject({ type: 'application/pdf', number: 1 });
    await expect(own()).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});
