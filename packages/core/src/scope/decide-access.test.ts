import { describe, expect, it } from '@jest/globals';
import { decideAccess } from './decide-access.js';
import type { ActivityFacts, FieldFacts, RecordFacts } from './facts.js';

const CRM: ActivityFacts = { id: 'crm', role: 'controller', bases: ['contract'], automated: true };
const decide = (field: Partial<FieldFacts>, record: Partial<RecordFacts> = {}): string => {
  const { verdict, reason } = decideAccess({ name: 'f', ...field }, { activity: CRM, nature: 'own', ...record });
  return `${verdict} ${reason}`;
};

describe('decideAccess', () => {
  it.each<[string, FieldFacts['origin'], string]>([
    ['what the person provided', 'provided', 'include held'],
    ['what was observed', 'observed', 'include held'],
    ['scores', 'derived', 'include held-derived'],
    ['guesses', 'inferred', 'include held-derived'],
    ['what came from elsewhere, with its source', 'third_party', 'include held-from-elsewhere'],
    ['what nobody knows the origin of', undefined, 'include held-origin-unstated'],
  ])('includes %s (SCP-01)', (_, origin, expected) => {
    expect(decide(origin === undefined ? {} : { origin })).toBe(expected);
  });

  it('includes special categories and free text like everything else (SCP-01)', () => {
    expect(decide({ origin: 'provided', special: true })).toBe('include held');
  });

  it('passes on what is held for another controller (INT-07)', () => {
    expect(decide({ origin: 'provided' }, { activity: { ...CRM, role: 'processor' } })).toBe('exclude processor');
    expect(decide({ origin: 'provided' }, { activity: { ...CRM, role: 'joint' } })).toBe('include held');
  });

  it('waits for the register where it names no activity, and says so (PRF-03)', () => {
    expect(decideAccess({ name: 'f' }, { nature: 'own' })).toEqual({
      verdict: 'undetermined',
      reason: 'facts-missing',
      missing: ['activity'],
    });
  });

  it.each<[string, Partial<ActivityFacts>, readonly string[]]>([
    ['nothing', {}, ['automated', 'filing-system']],
    ['that it is on paper', { automated: false }, ['filing-system']],
    ['that the paper is loose', { filingSystem: false }, ['automated']],
  ])('asks what is missing where of the means only this is known: %s', (_, means, missing) => {
    const activity: ActivityFacts = { id: 'paper', role: 'controller', bases: ['contract'], ...means };
    expect(decideAccess({ name: 'f' }, { activity, nature: 'own' }).missing).toEqual(missing);
  });

  it.each<[string, Partial<FieldFacts>, string]>([
    ['not reviewed', {}, 'review third-party-data'],
    ['that the person gave for their own use', { ownUse: true }, 'include held'],
    ['that the person gave, and has no use for', { ownUse: false }, 'review third-party-data'],
    ['that a DPO discloses', { ruling: 'disclose' }, 'include held'],
    ['that a DPO redacts', { ruling: 'redact' }, 'exclude redacted'],
  ])('of somebody else’s data %s (TPD-01, PRT-06)', (_, facts, expected) => {
    expect(decide({ origin: 'provided', thirdParty: true, ...facts })).toBe(expected);
  });

  it('lets a person look at a field that the data map does not know (PRF-02)', () => {
    expect(decide({ unclassified: true })).toBe('review unclassified');
    expect(decide({ unclassified: true, ruling: 'disclose' })).toBe('include held-origin-unstated');
  });
});

describe('decideAccess, for a log of consultations (SCP-05)', () => {
  it.each<[Partial<FieldFacts>, string]>([
    [{ logPart: 'date' }, 'include consultation'],
    [{ logPart: 'purpose' }, 'include consultation'],
    [{ logPart: 'staff' }, 'mask staff-masked'],
    [{ logPart: 'staff', ruling: 'disclose' }, 'include consultation'],
    [{ logPart: 'staff', ruling: 'redact' }, 'exclude redacted'],
    [{ logPart: 'other', origin: 'observed' }, 'include held'],
    [{ logPart: 'other', thirdParty: true }, 'review third-party-data'],
    [{ origin: 'observed' }, 'undetermined facts-missing'],
  ])('%j: %s', (field, expected) => {
    expect(decide(field, { nature: 'consultation-log' })).toBe(expected);
  });
});

describe('decideAccess, for a record that only mentions the person (SCP-06)', () => {
  it.each<[Partial<FieldFacts>, string]>([
    [{ origin: 'provided' }, 'review mention-only'],
    [{ origin: 'provided', ruling: 'disclose' }, 'include held'],
    [{ origin: 'provided', ruling: 'redact' }, 'exclude redacted'],
  ])('%j: %s', (field, expected) => {
    expect(decide(field, { nature: 'mention-only' })).toBe(expected);
  });
});
