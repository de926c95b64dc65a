import { describe, expect, it } from '@jest/globals';
import { RETENTION_STATUSES } from '../retention/evaluation.js';
import { decideRecord, leftOut } from './decide-record.js';
import type { ActivityFacts, FieldFacts } from './facts.js';

const CRM: ActivityFacts = { id: 'crm', role: 'controller', bases: ['contract'], automated: true };
const OWN = { activity: CRM, nature: 'own' } as const;
const EMAIL: FieldFacts = { name: 'email', origin: 'provided' };
const SCORE: FieldFacts = { name: 'score', origin: 'derived' };
const ADVISER: FieldFacts = { name: 'adviser', origin: 'provided', thirdParty: true };
const NOTE: FieldFacts = { name: 'note' };
const NONE = { include: 0, mask: 0, exclude: 0, review: 0, undetermined: 0 };

describe('decideRecord', () => {
  it('decides each field for both rights, and the record (SCP-01, PRT-01)', () => {
    expect(decideRecord(OWN, [SCORE, EMAIL])).toEqual({
      access: { verdict: 'include', reason: 'held-derived', fields: { ...NONE, include: 2 } },
      portability: { verdict: 'include', reason: 'portable', fields: { ...NONE, include: 1, exclude: 1 } },
      fields: [
        {
          field: 'score',
          access: { verdict: 'include', reason: 'held-derived' },
          portability: { verdict: 'exclude', reason: 'derived' },
        },
        {
          field: 'email',
          access: { verdict: 'include', reason: 'held' },
          portability: { verdict: 'include', reason: 'portable' },
        },
      ],
      marks: [],
    });
  });

  it('a record with a field that waits, waits', () => {
    expect(decideRecord(OWN, [EMAIL, ADVISER]).access).toMatchObject({ verdict: 'review', reason: 'third-party-data' });
  });

  it('a record with a field that cannot be decided cannot be, and says all that is missing (PRF-03)', () => {
    const activity: ActivityFacts = { ...CRM, bases: [] };
    expect(decideRecord({ ...OWN, activity }, [EMAIL, NOTE, SCORE]).portability).toEqual({
      verdict: 'undetermined',
      reason: 'facts-missing',
      missing: ['basis', 'origin'],
      fields: { ...NONE, undetermined: 2, exclude: 1 },
    });
  });

  it('a record of scores is in access and not in portability (PRT-02)', () => {
    const { access, portability } = decideRecord(OWN, [SCORE]);
    expect([access.verdict, portability.verdict, portability.reason]).toEqual(['include', 'exclude', 'derived']);
  });

  it('a record without fields hands over nothing', () => {
    expect(decideRecord(OWN, []).access).toEqual({ verdict: 'exclude', reason: 'no-fields', fields: NONE });
  });

  it.each(RETENTION_STATUSES)('what is %s is disclosed as it is held (SCP-02, RET-04)', (retention) => {
    const { marks, ...decisions } = decideRecord({ ...OWN, retention }, [EMAIL, SCORE]);
    const { marks: _, ...without } = decideRecord(OWN, [EMAIL, SCORE]);
    expect(decisions).toEqual(without);
    expect(marks).toEqual(retention === 'overdue' ? ['overdue'] : []);
  });
});

describe('leftOut', () => {
  it('lists what is not handed over for a right, with the reason, as plain data for a manifest (PRT-01, SCP-05)', () => {
    const log = { activity: CRM, nature: 'consultation-log' } as const;
    const scope = decideRecord(log, [
      { name: 'at', logPart: 'date' },
      { name: 'agent', logPart: 'staff' },
    ]);
    expect(leftOut(scope, 'access')).toEqual([{ field: 'agent', verdict: 'mask', reason: 'staff-masked' }]);
    const portability = leftOut(scope, 'portability');
    expect(portability.map(({ field }) => field)).toEqual(['at', 'agent']);
    expect(JSON.parse(JSON.stringify(portability))).toEqual(portability);
  });
});
