import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '@habeas/connector-sdk';
import { localDate } from '../calendar/local-date.js';
import { retentionRule } from '../testing/retention-rule.js';
import { evaluateRetention, phaseOn } from './evaluate.js';
import type { DatedRetention } from './evaluation.js';
import type { RetentionText } from './parse-rule.js';

const CLIENTS: RetentionText = { anchor: 'contract.endedAt', period: 'P5Y' };
const evaluate = (text: RetentionText, values: Record<string, JsonValue>, today: string, open = {}) =>
  evaluateRetention(retentionRule(text), { values, open }, { today: localDate(today), timeZone: 'Europe/Paris' });
const ENDED = { 'contract.endedAt': '2021-03-01' };

describe('evaluateRetention', () => {
  it.each([
    ['2026-01-29', 'running'],
    ['2026-01-30', 'expires_soon'],
    ['2026-03-01', 'expires_soon'],
    ['2026-03-02', 'overdue'],
  ])('on %s what expires on 1 March 2026 is %s (RET-02)', (today, status) => {
    expect(evaluate(CLIENTS, ENDED, today)).toMatchObject({ status, expiresOn: '2026-03-01', unchecked: [] });
  });

  it('tells which anchor decided (RET-02)', () => {
    const text: RetentionText = { anchor: ['collectedAt', 'lastContact'], combine: 'later_of', period: 'P5Y' };
    const values = { collectedAt: '2020-02-29', lastContact: '2024-02-29 10:00:00' };
    expect(evaluate(text, values, '2026-01-01')).toMatchObject({
      anchor: { name: 'lastContact', on: '2024-02-29' },
      expiresOn: '2029-02-28',
    });
    expect(evaluate({ ...text, combine: 'earlier_of' }, values, '2026-01-01')).toMatchObject({
      anchor: { name: 'collectedAt', on: '2020-02-29' },
      expiresOn: '2025-02-28',
    });
  });

  it('takes an instant for its day in the time zone of the controller (RET-02)', () => {
    const evaluation = evaluate({ anchor: 'at', period: 'P6M' }, { at: '2026-01-31T23:30:00Z' }, '2026-02-01');
    expect(evaluation).toMatchObject({ anchor: { on: '2026-02-01' }, expiresOn: '2026-08-01' });
  });

  it('keeps the day on which the record was first observed apart, and does not count from it (RET-07)', () => {
    const facts = { values: { collectedAt: null }, firstObservedOn: localDate('2020-01-01') };
    const view = { today: localDate('2026-01-01'), timeZone: 'UTC' };
    expect(evaluateRetention(retentionRule({ anchor: 'collectedAt', period: 'P1Y' }), facts, view)).toEqual({
      status: 'indeterminate',
      gaps: [{ gap: 'missing', fact: 'collectedAt' }],
      firstObservedOn: '2020-01-01',
      unchecked: [],
    });
  });
});

describe('evaluateRetention, where facts are missing (RET-07)', () => {
  it.each<[string, JsonValue | undefined, string]>([
    ['nobody looked', undefined, 'missing'],
    ['the source has none', null, 'missing'],
    ['an empty text', '', 'missing'],
    ['words', 'soon', 'not_a_date'],
    ['a zero date', '0000-00-00', 'not_a_date'],
    ['the end of all days', '9999-12-31', 'not_a_date'],
    ['the beginning of all days', '0001-01-01', 'not_a_date'],
    ['a number', 1_769_902_200, 'not_a_date'],
    ['a truth', true, 'not_a_date'],
  ])('%s: indeterminate', (_, value, gap) => {
    expect(evaluate(CLIENTS, value === undefined ? {} : { 'contract.endedAt': value }, '2026-01-01')).toMatchObject({
      status: 'indeterminate',
      gaps: [{ gap, fact: 'contract.endedAt' }],
    });
  });

  const PROSPECTS: RetentionText = { anchor: ['collectedAt', 'lastContact?'], combine: 'later_of', period: 'P5Y' };

  it('an optional anchor that the source says did not happen leaves the others to decide', () => {
    expect(evaluate(PROSPECTS, { collectedAt: '2024-01-01', lastContact: null }, '2026-01-01')).toMatchObject({
      status: 'running',
      expiresOn: '2029-01-01',
    });
  });

  it.each<[string, Record<string, JsonValue>]>([
    ['nobody looked for it', { collectedAt: '2024-01-01' }],
    ['it is no date', { collectedAt: '2024-01-01', lastContact: 'n/a' }],
    ['the other one is missing', { collectedAt: null, lastContact: '2024-01-01' }],
  ])('but not where %s', (_, values) => {
    expect(evaluate(PROSPECTS, values, '2026-01-01')).toMatchObject({ status: 'indeterminate' });
  });

  it('names every gap once', () => {
    const law = { ground: 'legal_obligation', law: 'a law', period: 'P10Y' };
    const overrides = [law, { ...law, anchor: 'year.closedAt' }];
    expect(evaluate({ ...CLIENTS, overrides }, { 'year.closedAt': 'n/a' }, '2026-01-01')).toMatchObject({
      gaps: [
        { gap: 'missing', fact: 'contract.endedAt' },
        { gap: 'not_a_date', fact: 'year.closedAt' },
      ],
    });
  });

  it('a rule without a period says nothing, and a criterion says itself (RET-03)', () => {
    const criterion = { en: 'until you leave', fr: 'jusqu’à votre départ' };
    expect(evaluate({}, {}, '2026-01-01')).toMatchObject({ status: 'indeterminate', gaps: [{ gap: 'period_unstated' }] });
    expect(evaluate({ criterion }, {}, '2026-01-01')).toMatchObject({ gaps: [{ gap: 'criterion_only', criterion }] });
  });
});

describe('evaluateRetention, during a relationship (RET-01)', () => {
  const MEMBERS: RetentionText = { anchor: 'membership.endedAt', period: 'P2Y', while_open: 'membership' };
  const LEFT = { 'membership.endedAt': '2020-06-30' };

  it('nothing expires while it is open, not even by the end of an earlier one', () => {
    const expected = { status: 'ongoing_relationship', because: 'relationship', name: 'membership', unchecked: [] };
    expect(evaluate(MEMBERS, LEFT, '2026-01-01', { membership: true })).toEqual(expected);
    expect(evaluate(MEMBERS, { 'membership.endedAt': null }, '2026-01-01', { membership: true })).toEqual(expected);
  });

  it('its end begins the period', () => {
    expect(evaluate(MEMBERS, LEFT, '2026-01-01', { membership: false })).toMatchObject({ status: 'overdue' });
  });

  it('without an end and without a word whether it is open, nothing is known (RET-07)', () => {
    expect(evaluate(MEMBERS, { 'membership.endedAt': null }, '2026-01-01')).toMatchObject({ status: 'indeterminate' });
    expect(
      evaluateRetention(retentionRule(MEMBERS), { values: LEFT }, { today: localDate('2026-01-01'), timeZone: 'UTC' }),
    ).toMatchObject({ status: 'overdue' });
  });
});

describe('evaluateRetention, with a legal obligation (RET-05)', () => {
  const law = 'Art. L123-22 Code de commerce';
  const INVOICES: RetentionText = {
    ...CLIENTS,
    then: 'archive',
    overrides: [{ ground: 'legal_obligation', law, period: 'P10Y' }],
  };

  it('the archive follows the active phase, until the law is satisfied', () => {
    const evaluation = evaluate(INVOICES, ENDED, '2027-01-01') as DatedRetention;
    expect(evaluation).toMatchObject({
      status: 'running',
      expiresOn: '2031-03-01',
      phases: [
        { phase: 'active', until: '2026-03-01' },
        { phase: 'archive', until: '2031-03-01', law },
      ],
    });
    expect(phaseOn(evaluation, localDate('2026-03-01'))?.phase).toBe('active');
    expect(phaseOn(evaluation, localDate('2026-03-02'))?.phase).toBe('archive');
    expect(phaseOn(evaluation, localDate('2031-03-02'))).toBeUndefined();
  });

  it('a law that asks for less than the policy changes nothing', () => {
    const overrides = [{ ground: 'legal_obligation', law, period: 'P3Y' }];
    expect(evaluate({ ...CLIENTS, overrides }, ENDED, '2026-01-01')).toMatchObject({
      expiresOn: '2026-03-01',
      phases: [{ phase: 'active', until: '2026-03-01' }],
    });
  });

  it('of several laws each is shown as far as it goes beyond the one before, counted from its own anchor', () => {
    const overrides = [
      { ground: 'legal_obligation', law: 'ten years', anchor: 'year.closedAt', period: 'P10Y' },
      { ground: 'legal_obligation', law: 'six years', period: 'P6Y' },
    ];
    expect(evaluate({ ...CLIENTS, overrides }, { ...ENDED, 'year.closedAt': '2021-12-31' }, '2026-01-01')).toMatchObject({
      phases: [{ until: '2026-03-01' }, { until: '2027-03-01', law: 'six years' }, { until: '2031-12-31', law: 'ten years' }],
    });
  });
});

describe('evaluateRetention, in a dispute (RET-01, RET-02)', () => {
  const RECORDINGS: RetentionText = {
    anchor: 'call.at',
    period: 'P6M',
    overrides: [
      { ground: 'litigation', when: 'litigation.openedAt', until: 'appealExhaustedAt' },
      { ground: 'litigation', when: 'isDisputed', anchor: 'debitedAt', period: 'P13M' },
    ],
  };
  const CALL = { 'call.at': '2020-01-01', isDisputed: false };

  it.each<[string, Record<string, JsonValue>, object]>([
    ['without an end', { 'litigation.openedAt': '2020-02-01', appealExhaustedAt: null }, { when: 'litigation.openedAt' }],
    [
      'until its last day',
      { 'litigation.openedAt': '2020-02-01', appealExhaustedAt: '2026-01-01' },
      { when: 'litigation.openedAt', until: '2026-01-01' },
    ],
    [
      'whose end cannot be read',
      { 'litigation.openedAt': '2020-02-01', appealExhaustedAt: 'soon' },
      { when: 'litigation.openedAt' },
    ],
    ['whose term cannot be counted', { 'litigation.openedAt': null, isDisputed: true }, { when: 'isDisputed' }],
    [
      'for the term of it',
      { 'litigation.openedAt': null, isDisputed: 1, debitedAt: '2025-06-01' },
      { when: 'isDisputed', until: '2026-07-01' },
    ],
    [
      'for the longer of two',
      { 'litigation.openedAt': 'yes', appealExhaustedAt: '2026-01-01', isDisputed: true, debitedAt: '2025-06-01' },
      { when: 'isDisputed', until: '2026-07-01' },
    ],
    [
      'for the one of two without an end',
      { 'litigation.openedAt': 'yes', isDisputed: true, debitedAt: '2025-06-01' },
      { when: 'litigation.openedAt' },
    ],
  ])('holds the record %s', (_, values, expected) => {
    expect(evaluate(RECORDINGS, { ...CALL, ...values }, '2026-01-01')).toEqual({
      status: 'legal_hold',
      unchecked: [],
      ...expected,
    });
  });

  it('is over from the day after its end, and then the record is overdue', () => {
    const values = { ...CALL, 'litigation.openedAt': '2020-02-01', appealExhaustedAt: '2025-12-31' };
    expect(evaluate(RECORDINGS, values, '2026-01-01')).toMatchObject({
      status: 'overdue',
      expiresOn: '2025-12-31',
      phases: [
        { phase: 'active', until: '2020-07-01' },
        { phase: 'held', until: '2025-12-31', ground: 'litigation' },
      ],
    });
  });

  it.each<JsonValue>([null, false, '', 0])('%j is no dispute', (value) => {
    const values = { ...CALL, 'litigation.openedAt': value };
    expect(evaluate(RECORDINGS, values, '2026-01-01')).toMatchObject({ status: 'overdue', unchecked: [] });
  });

  it('that nobody looked for is told, for it has to be known before anything is deleted (RET-07)', () => {
    expect(evaluate(RECORDINGS, CALL, '2026-01-01')).toMatchObject({ status: 'overdue', unchecked: ['litigation'] });
  });
});

describe('evaluateRetention, by express agreement (RET-01)', () => {
  const CARDS: RetentionText = {
    anchor: 'transaction.completedAt',
    period: 'P0D',
    overrides: [{ ground: 'express_agreement', when: 'agreedAt', until: 'agreementEndedAt' }],
  };
  const PAID = { 'transaction.completedAt': '2025-01-01' };

  it('nothing expires while it stands', () => {
    expect(evaluate(CARDS, { ...PAID, agreedAt: '2025-01-01' }, '2026-01-01')).toEqual({
      status: 'ongoing_relationship',
      because: 'agreement',
      name: 'agreedAt',
      unchecked: [],
    });
  });

  it('its end is the end', () => {
    const values = { ...PAID, agreedAt: '2025-01-01', agreementEndedAt: '2026-06-30' };
    expect(evaluate(CARDS, values, '2026-01-01')).toMatchObject({ status: 'running', expiresOn: '2026-06-30' });
  });

  it('an end that cannot be read leaves the record indeterminate (RET-07)', () => {
    const values = { ...PAID, agreedAt: '2025-01-01', agreementEndedAt: 'later' };
    expect(evaluate(CARDS, values, '2026-01-01')).toMatchObject({
      status: 'indeterminate',
      gaps: [{ gap: 'not_a_date', fact: 'agreementEndedAt' }],
    });
  });
});
