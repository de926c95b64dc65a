import { afterEach, describe, expect, it } from '@jest/globals';
import { askingHouse } from '../testing/asking-house.js';
import { stopHouses } from '../testing/delivery-house.js';
import { OFFICER } from '../testing/request-house.js';
import { lookAtAsked } from './look-at-asked.js';

afterEach(stopHouses);

describe('what a requester gave', () => {
  it('is shown to who has just proved that it is them, with what they wrote, and the look is in the trail', async () => {
    const { club, ask, officer, entries } = askingHouse();
    const { own } = await ask({ isForOther: true, words: { requester: 'proxy', authority: 'A mandate of 3 May.' } });
    await expect(lookAtAsked(club.desk, OFFICER, own.id)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await expect(lookAtAsked(club.desk, officer(), 'req_none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { identifiers, words } = await lookAtAsked(club.desk, officer(), own.id);
    expect(identifiers.map(({ kind, value }) => [kind, value])).toEqual([
      ['id', '2'],
      ['email', 'ann@example.org'],
    ]);
    expect(words).toEqual({ requester: 'proxy', authority: 'A mandate of 3 May.' });
    const [entry] = await entries();
    expect(entry).toMatchObject({ action: 'asked.read', details: { state: 'received' } });
    expect(JSON.stringify(entry)).not.toContain('ann@example.org');
  });
});
