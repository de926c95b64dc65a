import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { refuseUnfounded } from './refusing.js';
import { firstOfficer, MEMBER, smallHouse, type SmallHouse } from './small-house.js';

let house: SmallHouse;
let officer: Officer;
beforeAll(async () => {
  house = await smallHouse();
  officer = await firstOfficer(house);
});
afterAll(() => house.stop());

async function wordsOf(id: string) {
  return (await officer.client.run('outsideWords', { id })).request?.outsideWords;
}

type End = 'answerWrongController' | 'refuseUnidentifiable' | 'refuseUnproved';

const ENDS: Readonly<Record<End, (id: string) => Promise<unknown>>> = {
  answerWrongController: (id) =>
    officer.client.run('answerWrongController', {
      id,
      answer: { explanation: 'The club of the north is another.', meantFor: 'Club North' },
    }),
  refuseUnidentifiable: (id) =>
    officer.client.run('refuseUnidentifiable', {
      id,
      refusal: { demonstration: 'The counters keep no names.', wouldHelp: ['id'] },
    }),
  refuseUnproved: (id) => officer.client.run('refuseUnproved', { id, reason: 'The code was not entered.' }),
};

const DECIDED: Readonly<Record<End, object>> = {
  answerWrongController: { refusedAs: 'wrong_controller', meantFor: 'Club North', wouldHelp: [] },
  refuseUnidentifiable: { refusedAs: 'unidentifiable', meantFor: null, wouldHelp: ['id'] },
  refuseUnproved: { refusedAs: 'identity_not_proved', meantFor: null, wouldHelp: [] },
};

describe('what a request is called outside', () => {
  it('is told as it stands, and after it was shredded as it ended', async () => {
    const identifiers = [{ kind: 'email' as const, value: MEMBER }];
    const input = { clientKey: 'outside-1', identifiers, rights: ['access' as const] };
    const { id } = accepted((await officer.client.run('openRequest', { input })).openRequest);
    expect(await wordsOf(id)).toEqual({
      dpv: 'https://w3id.org/dpv#RequestRequiresAction',
      drp: { status: 'in_progress', reason: 'need_user_verification' },
      openDsr: 'pending',
    });
    await refuseUnfounded(officer, id);
    const denied = {
      dpv: 'https://w3id.org/dpv#RequestRejected',
      drp: { status: 'denied', reason: 'other' },
      openDsr: 'cancelled',
    };
    expect(await wordsOf(id)).toEqual(denied);
    accepted((await officer.client.run('shredRequest', { id })).shredRequest);
    expect(await wordsOf(id)).toEqual(denied);
  });

  it.each([
    ['answerWrongController', 'claim_not_covered'],
    ['refuseUnidentifiable', 'no_match'],
    ['refuseUnproved', 'insuf_verification'],
  ] as const)('says of %s that it is %s, even after it was shredded (INT-10, IDV-07, OUT-03)', async (name, reason) => {
    const identifiers = [{ kind: 'email' as const, value: MEMBER }];
    const input = { clientKey: `outside-${name}`, identifiers, rights: ['access' as const] };
    const { id } = accepted((await officer.client.run('openRequest', { input })).openRequest);
    await ENDS[name](id);
    expect((await officer.client.run('request', { id })).request).toMatchObject({ state: 'refused' });
    const { request } = await officer.client.run('matches', { id });
    expect(request?.decisions).toMatchObject([DECIDED[name]]);
    const words = { drp: { status: 'denied', reason }, openDsr: 'cancelled' };
    expect(await wordsOf(id)).toMatchObject(words);
    accepted((await officer.client.run('shredRequest', { id })).shredRequest);
    expect(await wordsOf(id)).toMatchObject(words);
  });
});
