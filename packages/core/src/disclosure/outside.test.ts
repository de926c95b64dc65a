import { describe, expect, it } from '@jest/globals';
import { localDate } from '../calendar/local-date.js';
import { collectionOf, consumed, foundFindings, recordOf } from '../testing/found-collections.js';
import { SOUND_REGISTER } from '../testing/sound-register.js';
import { Disclosure } from './disclosure.js';

const VIEW = { today: localDate('2026-11-29'), timeZone: 'Europe/Paris' };
const MEMBER = collectionOf('member', [{ name: 'id', type: 'integer' }], { activity: 'membership' });
const ONE = [{ spec: MEMBER, records: [recordOf('member', 1, { id: 1 })] }];

describe('a disclosure to an heir', () => {
  it('counts what is outside the purpose of an heir, and knows nothing else of it (PER-05)', async () => {
    const findings = foundFindings([{ spec: MEMBER, records: [recordOf('member', 1, { id: 1 })] }, ...ONE]);
    const counts = [
      { records: 2, files: 0 },
      { records: 0, files: 0 },
    ];
    const limited = {
      ...findings,
      async *collections() {
        for await (const found of findings.collections()) yield { ...found, outside: () => counts.shift()! };
      },
    };
    const disclosure = new Disclosure(limited, { register: SOUND_REGISTER, rights: ['access'], language: 'en', view: VIEW });
    const came = await consumed(disclosure.findings);
    expect(came.map(({ found }) => found.outside === undefined)).toEqual([false, false]);
    expect(disclosure.outside()).toMatchObject([{ collection: { name: 'member' }, records: 2, files: 0 }]);
    const whole = new Disclosure(foundFindings(ONE), {
      register: SOUND_REGISTER,
      rights: ['access'],
      language: 'en',
      view: VIEW,
    });
    const [first] = await consumed(whole.findings);
    expect([first?.found.outside, whole.outside()]).toEqual([undefined, []]);
  });
});
