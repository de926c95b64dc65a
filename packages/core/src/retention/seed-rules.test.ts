import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '@habeas/connector-sdk';
import { localDate } from '../calendar/local-date.js';
import { retentionRule } from '../testing/retention-rule.js';
import { evaluateRetention } from './evaluate.js';
import type { RetentionText } from './parse-rule.js';

/** What the four published policies say of retention, as rules: the test vectors of the language. */
const RULES = {
  '000 member': { anchor: 'membership.endedAt', period: 'P2Y', while_open: 'membership' },
  '000 event': { anchor: 'subject.lastParticipationDate', period: 'P2Y' },
  '000 event, from its date': { anchor: 'event.date', period: 'P2Y' },
  '001 network': { anchor: 'relationship.endedAt', period: '${limitationPeriod}' },
  '001 connection': { anchor: 'event.at', period: 'P6M' },
  '001 recording': {
    anchor: 'call.at',
    period: 'P6M',
    overrides: [{ ground: 'litigation', when: 'litigation.openedAt', until: 'appealExhaustedAt' }],
  },
  '002 clients': { anchor: 'contract.endedAt', period: 'P5Y' },
  '002 members and users': { anchor: 'lastIntervention', period: 'P5Y' },
  '002 cookies': { anchor: 'setAt', period: 'P13M' },
  '002 contacts and prospects': { anchor: ['collectedAt', 'lastContactFromSubject?'], combine: 'later_of', period: 'P5Y' },
  '002 technical': { anchor: 'collectedAt', period: 'P5Y' },
  '002 bank': {
    anchor: 'transaction.completedAt',
    period: 'P0D',
    then: 'delete',
    overrides: [
      { ground: 'express_agreement', when: 'agreedAt' },
      { ground: 'litigation', when: 'disputedAt', anchor: 'debitDate', period: 'P13M' },
    ],
  },
  '002 money laundering': { anchor: 'collectedAt', period: 'P5Y' },
  '003 everything': {},
  '004 contract': { anchor: 'contract.endedAt', period: 'P60M', while_open: 'contract' },
  '004 prospects': {},
  '004 invoices': {
    anchor: 'contract.endedAt',
    period: 'P60M',
    while_open: 'contract',
    then: 'archive',
    overrides: [{ ground: 'legal_obligation', law: 'Art. L123-22 Code de commerce', anchor: 'invoice.issuedAt', period: 'P10Y' }],
  },
} satisfies Record<string, RetentionText>;

type Seed = keyof typeof RULES;
const ruleOf = (seed: Seed) => retentionRule(RULES[seed], { limitationPeriod: 'P5Y' });
const TODAY = localDate('2026-11-01');

describe('the rules of the four controllers (RET-01, RET-02)', () => {
  it.each<[Seed, Record<string, JsonValue>, string, string | null]>([
    ['000 member', { 'membership.endedAt': '2024-11-01' }, 'expires_soon', '2026-11-01'],
    ['000 member', { 'membership.endedAt': '2024-10-31' }, 'overdue', '2026-10-31'],
    ['000 member', { 'membership.endedAt': null }, 'indeterminate', null],
    ['000 event', { 'subject.lastParticipationDate': '2025-02-28' }, 'running', '2027-02-28'],
    ['000 event, from its date', { 'event.date': '2024-02-29' }, 'overdue', '2026-02-28'],
    ['001 network', { 'relationship.endedAt': '2024-02-29' }, 'running', '2029-02-28'],
    ['001 connection', { 'event.at': '2026-05-31 08:00:00' }, 'expires_soon', '2026-11-30'],
    ['001 connection', { 'event.at': '2026-08-31 08:00:00' }, 'running', '2027-02-28'],
    ['001 recording', { 'call.at': '2026-04-30T22:30:00Z', 'litigation.openedAt': null }, 'expires_soon', '2026-11-01'],
    [
      '001 recording',
      { 'call.at': '2020-01-01', 'litigation.openedAt': '2020-05-01', appealExhaustedAt: null },
      'legal_hold',
      null,
    ],
    ['002 clients', { 'contract.endedAt': '2021-10-31' }, 'overdue', '2026-10-31'],
    ['002 members and users', { lastIntervention: '2023-01-15' }, 'running', '2028-01-15'],
    ['002 cookies', { setAt: '2025-10-31' }, 'expires_soon', '2026-11-30'],
    ['002 contacts and prospects', { collectedAt: '2019-01-01', lastContactFromSubject: '2024-06-30' }, 'running', '2029-06-30'],
    ['002 contacts and prospects', { collectedAt: '2019-01-01', lastContactFromSubject: null }, 'overdue', '2024-01-01'],
    ['002 contacts and prospects', { collectedAt: null, lastContactFromSubject: '2024-06-30' }, 'indeterminate', null],
    ['002 technical', { collectedAt: '2022-07-01 12:00:00' }, 'running', '2027-07-01'],
    ['002 bank', { 'transaction.completedAt': '2026-10-31', agreedAt: null, disputedAt: null }, 'overdue', '2026-10-31'],
    ['002 bank', { 'transaction.completedAt': '2026-11-01', agreedAt: null, disputedAt: null }, 'expires_soon', '2026-11-01'],
    ['002 bank', { 'transaction.completedAt': '2026-10-31', agreedAt: '2026-10-31' }, 'ongoing_relationship', null],
    [
      '002 bank',
      { 'transaction.completedAt': '2026-10-31', disputedAt: '2026-10-30', debitDate: '2026-10-31' },
      'legal_hold',
      null,
    ],
    ['002 money laundering', { collectedAt: '2021-11-02' }, 'expires_soon', '2026-11-02'],
    ['003 everything', { collectedAt: '2000-01-01' }, 'indeterminate', null],
    ['004 contract', { 'contract.endedAt': '2021-11-30' }, 'expires_soon', '2026-11-30'],
    ['004 prospects', { collectedAt: '2000-01-01' }, 'indeterminate', null],
    ['004 invoices', { 'contract.endedAt': '2020-01-31', 'invoice.issuedAt': '2019-12-31' }, 'running', '2029-12-31'],
  ])('%s, %j: %s %s', (seed, values, status, expiresOn) => {
    const evaluation = evaluateRetention(ruleOf(seed), { values }, { today: TODAY, timeZone: 'Europe/Paris' });
    expect({ status: evaluation.status, expiresOn: 'expiresOn' in evaluation ? evaluation.expiresOn : null }).toEqual({
      status,
      expiresOn,
    });
  });

  it.each<Seed>(['000 member', '004 contract', '004 invoices'])('%s: nothing runs while the relationship is open', (seed) => {
    const open = { membership: true, contract: true };
    const evaluation = evaluateRetention(ruleOf(seed), { values: {}, open }, { today: TODAY, timeZone: 'Europe/Paris' });
    expect(evaluation.status).toBe('ongoing_relationship');
  });
});
