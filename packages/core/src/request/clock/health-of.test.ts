import { describe, expect, it } from '@jest/globals';
import { computeDeadlines } from '../../deadline/deadlines.js';
import { ENGLISH } from '../../deadline/catalogue/english.js';
import { explainDeadlines } from '../../deadline/explain.js';
import type { ClockSettings } from '../../deadline/request-clock.js';
import { DEFAULT_DEADLINE_RULES, FRENCH_HEALTH_TERMS } from '../../deadline/rules.js';
import { frenchCalendar } from '../../testing/french-calendar.js';
import type { LedgerLine } from '../data-request.js';
import type { AskedQuestion, KeptExtension } from './clock-facts.js';
import { clockOf, dueAtOf } from './clock-of.js';
import { healthOf } from './health-of.js';

const off: ClockSettings = { zone: 'Europe/Paris', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES };
const on: ClockSettings = {
  ...off,
  rules: { ...DEFAULT_DEADLINE_RULES, healthFastTrack: FRENCH_HEALTH_TERMS },
  healthDatasets: [
    { source: 'care', collection: 'file' },
    { source: 'care', collection: 'letter' },
  ],
};
const receivedAt = new Date('2026-06-03T12:00:00Z');
const at = new Date('2026-06-05T12:00:00Z');
const file: LedgerLine = {
  source: 'care',
  collection: 'file',
  outcome: 'empty',
  blocking: false,
  included: 0,
  queued: 0,
  records: 0,
  files: 0,
  attempts: 1,
};
const letter: LedgerLine = { ...file, collection: 'letter' };

describe('DLN-10 what is known of health information', () => {
  it.each<[string, readonly LedgerLine[], 'possible' | 'found' | undefined]>([
    ['may be there before a search', [], 'possible'],
    ['may be there while one collection was not searched', [file], 'possible'],
    ['may be there where a search of one has failed', [file, { ...letter, blocking: true }], 'possible'],
    ['may be there while a match waits for a human', [file, { ...letter, queued: 1 }], 'possible'],
    ['was found where a match is included', [{ ...file, included: 1 }, letter], 'found'],
    ['was found where a record was read', [file, { ...letter, records: 2 }], 'found'],
    [
      'was found where a file was read, whatever failed beside it',
      [
        { ...file, blocking: true },
        { ...letter, files: 1 },
      ],
      'found',
    ],
    ['is ruled out where both were searched and nothing was there', [file, letter], undefined],
    ['has nothing to do with what lies elsewhere', [file, letter, { ...file, source: 'crm', records: 3 }], undefined],
  ])('%s', (_, ledger, expected) => {
    expect(healthOf({ ledger }, on).health).toBe(expected);
  });

  it('has no fast track where the rules know none, or no collection is named', () => {
    expect(healthOf({ ledger: [{ ...file, records: 1 }] }, { ...on, rules: off.rules })).toEqual({});
    const { healthDatasets: _none, ...nowhere } = on;
    expect(healthOf({ ledger: [] }, nowhere)).toEqual({});
  });
});

describe('DLN-10 the dates of a request with health information', () => {
  const datesOf = (ledger: readonly LedgerLine[], clock = {}) =>
    computeDeadlines(clockOf({ receivedAt, ledger, ...clock }, on), on, at);

  it('holds the eight days from receipt, until a search has ruled it out', () => {
    expect(datesOf([])).toMatchObject({ workBy: '2026-06-11', limit: { date: '2026-06-11' }, dueSafe: { date: '2026-07-03' } });
    expect(datesOf([]).notBefore).toEqual(new Date('2026-06-05T12:00:00Z'));
    const none = datesOf([file, letter]);
    expect([none.workBy, none.dueHealth, none.notBefore]).toEqual(['2026-07-03', undefined, undefined]);
    expect(dueAtOf({ receivedAt, ledger: [] }, on, at)).toEqual(new Date('2026-06-11T22:00:00Z'));
  });

  it('is moved by no extension and no question', () => {
    const extension: KeptExtension = {
      reason: 'volume_of_data',
      decidedAt: '2026-06-04T12:00:00.000Z',
      decidedBy: 'stf_1',
      noticeSentAt: '2026-06-04T12:00:00.000Z',
    };
    const question: AskedQuestion = {
      id: 'q1',
      about: { kind: 'identity', doubt: 'several_people' },
      askedAt: '2026-06-04T12:00:00.000Z',
      askedBy: 'stf_1',
    };
    const moved = datesOf([{ ...file, records: 1 }], { clock: { questions: [question], extension, reminders: [] } });
    expect(moved).toMatchObject({ isExtended: true, pausedDays: 1, workBy: '2026-06-11', limit: { date: '2026-06-11' } });
    expect(moved.lateFrom).toEqual(new Date('2026-06-11T22:00:00Z'));
    expect(moved.duePaused?.date).toBe('2026-09-04');
  });

  it('says first why the date is so early', () => {
    const said = (ledger: readonly LedgerLine[]) => explainDeadlines(datesOf(ledger), ENGLISH)[0];
    expect(said([])).toMatchObject({
      name: 'dueHealth',
      title: 'Date of health information',
      date: '2026-06-11',
      sentences: [
        'Received on Wednesday 3 June 2026 in Europe/Paris.',
        'Health information may be among it: its period holds until a search has found none.',
        'Health information is due after 8 days, on Thursday 11 June 2026.',
        'This date is never moved for weekends, holidays or questions: Thursday 11 June 2026.',
      ],
    });
    expect(said([{ ...file, records: 1 }])?.sentences[1]).toBe('Health information was found: its period holds.');
  });
});
