import { describe, expect, it } from '@jest/globals';
import { localDate } from '../calendar/local-date.js';
import { collectionOf, foundFindings, recordOf } from '../testing/found-collections.js';
import { SOUND_REGISTER } from '../testing/sound-register.js';
import { type OverdueRecord, overdueIn, subjectMomentsIn } from './overdue-records.js';

const TERMS = { register: SOUND_REGISTER, view: { today: localDate('2026-11-29'), timeZone: 'Europe/Paris' } };
const FIELDS = [
  { name: 'id', type: 'integer' },
  { name: 'left', type: 'date', moment: 'membership.endedAt' },
] as const;

async function listed(activity?: string): Promise<readonly OverdueRecord[]> {
  const spec = collectionOf('member', FIELDS, activity === undefined ? {} : { activity });
  const records = ['2020-01-31', '2026-01-31'].map((left, index) => recordOf('member', index, { id: index, left }));
  const findings = foundFindings([{ spec, records }]);
  const subject = await subjectMomentsIn(findings, TERMS);
  const all: OverdueRecord[] = [];
  for await (const found of findings.collections()) for await (const each of overdueIn(found, subject, TERMS)) all.push(each);
  return all;
}

describe('the overdue records of a collection (RET-04)', () => {
  it('are referred to without a value, also where nobody states what is done with them', async () => {
    const [only, ...others] = await listed('membership');
    expect(others).toEqual([]);
    expect(only).toMatchObject({ source: 'crm', collection: 'member', recordId: '0', expiredOn: '2022-01-31' });
    expect(only).not.toHaveProperty('then');
  });

  it('are none where the register knows no such activity, or none was assigned', async () => {
    expect(await listed('no such')).toEqual([]);
    expect(await listed()).toEqual([]);
  });
});
