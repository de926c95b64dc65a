import { afterEach, describe, expect, it } from '@jest/globals';
import { refuseUnfounded, UNFOUNDED } from '../testing/refusing.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { cancelRequest } from './decide-request.js';
import { keepLetter } from './keep-letter.js';
import { refuseUnproved } from './refuse-unproved.js';
import { shredRequest } from './shred-request.js';
import { viewAnswer } from './view-answer.js';

let house: RequestHouse | undefined;
afterEach(() => house?.stop());

const LETTER = { kind: 'refusal', language: 'en', html: '<p>No.</p>' } as const;
const officer = (): typeof OFFICER => ({ ...OFFICER, steppedUpAt: new Date() });
const UNPROVED = { identifiers: [{ kind: 'email', value: 'ann@example.org' }] } as const;

describe('what a subject reads of a decision (OUT-02, IDV-08)', () => {
  it('is the reason of a refusal, and the letters where something of theirs was proved', async () => {
    house = requestHouse([]);
    const desk = { ...house.desk, digest: () => 'ab' };
    const { id } = await house.open();
    await keepLetter(desk, OFFICER, id, LETTER);
    const refused = await refuseUnfounded(desk, OFFICER, id);
    expect(await viewAnswer(desk, refused)).toMatchObject({ reason: UNFOUNDED.reason, letters: [LETTER] });
    expect(await viewAnswer(desk, await shredRequest(desk, OFFICER, id))).toEqual({ letters: [] });
  });

  it('is no letter for somebody who has proved nothing, and no reason of anything else', async () => {
    house = requestHouse([]);
    const desk = { ...house.desk, digest: () => 'ab' };
    const { id } = await house.open(UNPROVED);
    await keepLetter(desk, OFFICER, id, LETTER);
    expect(await viewAnswer(desk, await refuseUnproved(desk, officer(), id, 'The code was not entered.'))).toEqual({
      ...{ as: 'identity_not_proved', reason: 'The code was not entered.' },
      letters: [],
    });
    const other = await house.open();
    expect(await viewAnswer(desk, await cancelRequest(desk, OFFICER, other.id, 'Withdrawn.'))).toEqual({ letters: [] });
  });
});
