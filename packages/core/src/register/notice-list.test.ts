import { describe, expect, it } from '@jest/globals';
import { registerWith, SOUND_REGISTER } from '../testing/sound-register.js';
import { noticeList } from './notice-list.js';

const title = { en: 'Somebody', fr: 'Quelqu’un' };

describe('whom a later notice has to reach (PRF-05; Art. 19)', () => {
  it('is each recipient of the activities in which the person has records, once, with those activities', () => {
    const register = registerWith(({ activities, recipients }) => {
      recipients['printer'] = { title, role: 'processor' };
      recipients['lawyer'] = { title, role: 'third_party' };
      activities['letters'] = { title, role: { is: 'controller' }, recipients: ['printer', 'host'] };
      activities['disputes'] = { title, role: { is: 'controller' }, recipients: ['lawyer'] };
    });
    const { recipients, unstated } = noticeList(register, ['letters', 'membership']);
    expect(recipients.map(({ id, activities }) => [id, activities])).toEqual([
      ['host', ['membership', 'letters']],
      ['printer', ['letters']],
    ]);
    expect(unstated).toEqual([]);
  });

  it('has recipients that are only assumed, and says so', () => {
    const register = registerWith(({ activities, recipients }) => {
      recipients['broker'] = { title, role: 'third_party', assumed: true, reason: 'a guess' };
      activities['letters'] = { title, role: { is: 'controller' }, recipients: ['broker'] };
    });
    expect(noticeList(register, ['letters']).recipients).toMatchObject([{ id: 'broker', isAssumed: true }]);
    expect(noticeList(SOUND_REGISTER, ['membership']).recipients).toMatchObject([{ id: 'host', isAssumed: false }]);
  });

  it('has neither staff nor an authority in an inquiry (Art. 4(9))', () => {
    const register = registerWith(({ activities, recipients }) => {
      recipients['desk'] = { title, role: 'internal' };
      recipients['police'] = { title, role: 'authority' };
      activities['letters'] = { title, role: { is: 'controller' }, recipients: ['desk', 'police'] };
    });
    expect(noticeList(register, ['letters'])).toEqual({ recipients: [], unstated: [] });
  });

  it('names the activities of which nobody states who receives data: no list that lacks somebody looks whole', () => {
    const register = registerWith(({ activities }) => {
      activities['letters'] = { title, role: { is: 'controller' } };
      activities['alone'] = { title, role: { is: 'controller' }, recipients: [] };
    });
    expect(noticeList(register, ['letters', 'alone', 'gone', 'constructor'])).toEqual({
      recipients: [],
      unstated: ['letters', 'gone', 'constructor'],
    });
  });
});
