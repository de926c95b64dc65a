import { afterEach, describe, expect, it } from '@jest/globals';
import { messagesOf } from '../testing/mail-house.js';
import { ASSOCIATION } from '../testing/association.js';
import { fakeSource } from '../testing/fake-source.js';
import { refuseUnfounded } from '../testing/refusing.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import type { DataRequest } from './data-request.js';
import { outsideWords, REFUSED_AS_WORDS } from './outside-words.js';
import { openCaseFile } from './sealed-files.js';
import { shredRequest } from './shred-request.js';
import { answerWrongController, refusalOf, refuseUnidentifiable } from './special-refusals.js';
import { viewAnswer } from './view-answer.js';

let house: RequestHouse;
afterEach(() => house.stop());

function club(): RequestHouse {
  house = requestHouse([fakeSource(ASSOCIATION)]);
  return house;
}

const asKnown = (request: DataRequest) => house.store.transact((transaction) => refusalOf(transaction, request));

async function trail(): Promise<string> {
  const { items } = await house.store.transact(({ audit }) => audit.page('club', { action: 'request.refuse' }, { first: 9 }));
  return JSON.stringify(items.map(({ item }) => item.details));
}

describe('a request that is meant for another controller', () => {
  const said = { explanation: 'Ann asks for the club of the north.', meantFor: ' Club North ' };

  it('is answered so, tells its subject, and passes nothing on (INT-10)', async () => {
    const { desk, vault } = club();
    const { id } = await house.open();
    const refused = await answerWrongController(desk, OFFICER, id, said);
    expect(refused.state).toBe('refused');
    const { decisions } = await openCaseFile(vault, refused);
    expect(decisions).toMatchObject([
      { event: 'refuse', as: 'wrong_controller', reason: said.explanation, meantFor: 'Club North' },
    ]);
    expect(await viewAnswer(desk, refused)).toEqual({ letters: [], as: 'wrong_controller', reason: said.explanation });
    expect((await messagesOf(house, id)).map(({ kind }) => kind)).toEqual(['refused']);
    expect(await trail()).toBe('[{"state":"refused","reason":true,"as":"wrong_controller"}]');
  });

  it('is known as such when its case is destroyed (INT-10)', async () => {
    const { desk } = club();
    const { id } = await house.open();
    const refused = await answerWrongController(desk, OFFICER, id, { explanation: said.explanation, meantFor: ' ' });
    expect((await openCaseFile(house.vault, refused)).decisions[0]).not.toHaveProperty('meantFor');
    const shredded = await shredRequest(desk, OFFICER, id);
    const refusedAs = await asKnown(shredded);
    expect(refusedAs).toBe('wrong_controller');
    const look = { settings: desk.clocks.settingsOf('club'), at: new Date(), refusedAs: 'wrong_controller' } as const;
    expect(outsideWords(shredded, look)).toEqual(REFUSED_AS_WORDS.wrong_controller);
  });

  it('needs its explanation, and no ground that is none (INT-10, OUT-03)', async () => {
    const { desk } = club();
    const { id } = await house.open();
    for (const explanation of [' ', 'Too much work.']) {
      await expect(answerWrongController(desk, OFFICER, id, { explanation })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    expect(await asKnown(await house.get(id))).toBeUndefined();
    expect(await asKnown(await refuseUnfounded(desk, OFFICER, id))).toBeUndefined();
  });
});

describe('a request of whom nobody can be identified', () => {
  const refusal = { demonstration: 'The counters keep no names.', wouldHelp: ['id', 'birthDate', 'id'] } as const;

  it('is refused with the demonstration, and tells what would help (IDV-07)', async () => {
    const { desk } = club();
    const { id } = await house.open({ identifiers: [{ kind: 'email', value: 'nobody@example.org', provedBy: 'a test' }] });
    const refused = await refuseUnidentifiable(desk, OFFICER, id, refusal);
    expect(await viewAnswer(desk, refused)).toEqual({
      ...{ letters: [], as: 'unidentifiable', reason: refusal.demonstration },
      wouldHelp: ['id', 'birthDate'],
    });
    expect(await asKnown(refused)).toBe('unidentifiable');
  });

  it('is not refused without a demonstration, or without anything that a source can be asked by (IDV-07)', async () => {
    const { desk } = club();
    const { id } = await house.open();
    for (const missing of [
      { demonstration: ' ' },
      { demonstration: 'Confidential.' },
      { wouldHelp: [] },
      { wouldHelp: ['name', 'birthDate'] },
    ] as const) {
      const refused = refuseUnidentifiable(desk, OFFICER, id, { ...refusal, ...missing });
      await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('is not refused where records of the person were found (IDV-07)', async () => {
    const { desk } = club();
    const { id } = await house.open();
    await house.workUntil(id, 'awaiting_release');
    await expect(refuseUnidentifiable(desk, OFFICER, id, refusal)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});
