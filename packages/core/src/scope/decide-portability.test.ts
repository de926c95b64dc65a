import { describe, expect, it } from '@jest/globals';
import { decidePortability } from './decide-portability.js';
import type { ActivityFacts, FieldFacts, RecordFacts } from './facts.js';

const CRM: ActivityFacts = { id: 'crm', role: 'controller', bases: ['contract'], automated: true };
const decide = (field: Partial<FieldFacts>, record: Partial<RecordFacts> = {}): string => {
  const { verdict, reason } = decidePortability(
    { name: 'f', origin: 'provided', ...field },
    { activity: CRM, nature: 'own', ...record },
  );
  return `${verdict} ${reason}`;
};

describe('decidePortability', () => {
  it('one current purpose on contract is enough, whatever the others rest on (PRT-01)', () => {
    const activity: ActivityFacts = { ...CRM, bases: ['legal_obligation', 'public_task', 'contract', undefined] };
    expect(decide({}, { activity })).toBe('include portable');
  });

  it('002: contract data that a client gave are in, though the policy says consent only (PRT-03)', () => {
    const policyScope = { origins: ['provided'], bases: ['consent'], channels: ['online'] } as const;
    expect(decide({}, { activity: { ...CRM, policyScope, channel: 'post' } })).toBe('include portable');
  });

  it('000: whatever was provided is in, for the policy promises it on any basis (PRT-03)', () => {
    const activity: ActivityFacts = { ...CRM, bases: [undefined], policyScope: { origins: ['provided'], bases: 'any' } };
    expect(decide({}, { activity })).toBe('include portable-by-policy');
    expect(decide({ origin: 'observed' }, { activity })).toBe('undetermined facts-missing');
  });

  it('001: recordings for legitimate interests are out; with the flag they are added voluntarily (PRT-04)', () => {
    const activity: ActivityFacts = { ...CRM, bases: ['legitimate_interest', 'legal_obligation'] };
    expect(decide({ origin: 'observed' }, { activity })).toBe('exclude basis');
    expect(decide({ origin: 'observed' }, { activity: { ...activity, voluntary: true } })).toBe('include voluntary');
    expect(decide({ origin: 'inferred' }, { activity: { ...activity, voluntary: true } })).toBe('exclude derived');
  });

  it.each<[string, Partial<FieldFacts>, string]>([
    ['the person’s own contacts', { ownUse: true }, 'include portable'],
    ['a room-mate’s passport', { ownUse: false }, 'exclude third-party-data'],
    ['nobody has said what they are for', {}, 'review third-party-data'],
    ['a DPO discloses them', { ownUse: false, ruling: 'disclose' }, 'include portable'],
    ['a DPO redacts them', { ownUse: true, ruling: 'redact' }, 'exclude redacted'],
    ['they are not portable anyway', { origin: 'derived' }, 'exclude derived'],
  ])('somebody else’s data: %s (PRT-06)', (_, facts, expected) => {
    expect(decide({ thirdParty: true, ...facts })).toBe(expected);
  });

  it.each<[string, Partial<FieldFacts>, Partial<RecordFacts>, string]>([
    ['held for another controller (INT-07)', {}, { activity: { ...CRM, role: 'processor' } }, 'exclude processor'],
    ['a log of consultations (SCP-05)', { origin: 'observed' }, { nature: 'consultation-log' }, 'exclude not-given-by-subject'],
    ['a mention (SCP-06)', {}, { nature: 'mention-only' }, 'review mention-only'],
    ['a mention that a DPO discloses (SCP-06)', { ruling: 'disclose' }, { nature: 'mention-only' }, 'include portable'],
    ['a field nobody has classified (PRF-02)', { unclassified: true }, {}, 'review unclassified'],
  ])('%s: %s', (_, field, record, expected) => {
    expect(decide(field, record)).toBe(expected);
  });

  it.each<[string, FieldFacts, ActivityFacts | undefined, readonly string[]]>([
    ['which activity it serves', { name: 'f' }, undefined, ['activity']],
    ['where it comes from', { name: 'f' }, CRM, ['origin']],
    ['on which basis', { name: 'f', origin: 'provided' }, { ...CRM, bases: [] }, ['basis']],
    [
      'on which basis, and whether it is special',
      { name: 'f', origin: 'provided', unclassified: true },
      { ...CRM, bases: ['vital', undefined] },
      ['basis', 'classification', 'article-9-condition'],
    ],
    [
      'under which condition',
      { name: 'f', origin: 'provided', special: true },
      { ...CRM, bases: ['vital'] },
      ['article-9-condition'],
    ],
    ['by which means', { name: 'f', origin: 'provided' }, { id: 'crm', role: 'controller', bases: ['consent'] }, ['automated']],
  ])('guesses nothing where nobody has said %s (PRF-03)', (_, field, activity, missing) => {
    expect(decidePortability(field, { nature: 'own', ...(activity === undefined ? {} : { activity }) })).toEqual({
      verdict: 'undetermined',
      reason: 'facts-missing',
      missing,
    });
  });

  it('reads frozen facts: it changes nothing (PRT-05, PRT-07)', () => {
    const field = Object.freeze({ name: 'f', origin: 'provided' } as const);
    const record = Object.freeze({ activity: Object.freeze(CRM), nature: 'own' } as const);
    expect(decidePortability(field, record)).toEqual(decidePortability(field, record));
  });
});
