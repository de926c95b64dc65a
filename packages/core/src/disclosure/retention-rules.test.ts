import { describe, expect, it } from '@jest/globals';
import type { Activity } from '../register/activity.js';
import type { RegisterRetention } from '../register/retention.js';
import { MOMENT_TITLES } from '../retention/moment-titles.js';
import { retentionRules } from './retention-rules.js';

const BASE: Activity = { title: { en: 'Sales', fr: 'Ventes' }, role: { is: 'controller' } };
const criterion = { text: { en: 'until the law ends', fr: 'jusqu’à la fin' } };

function ruleOf(stated: RegisterRetention) {
  return retentionRules({ ...BASE, retention: [stated] })[0]?.rule;
}

describe('the rules of a register (RET-01)', () => {
  it('state nothing where the register states nothing (RET-07)', () => {
    const nothing = [{ rule: { overrides: [], titles: {} }, isAssumed: false }];
    expect([retentionRules(BASE), retentionRules({ ...BASE, retention: [] })]).toEqual([nothing, nothing]);
  });

  it('run from moments for a period, the first of which always happens', () => {
    expect(
      ruleOf({
        anchor: ['record.collectedAt', 'subject.lastContactAt'],
        combine: 'later_of',
        period: { length: 'P3Y' },
        whileOpen: 'contract',
        then: 'delete',
        quote: { line: 1, text: 'three years' },
      }),
    ).toEqual({
      term: {
        anchors: [
          { name: 'record.collectedAt', optional: false },
          { name: 'subject.lastContactAt', optional: true },
        ],
        combine: 'later_of',
        period: { years: 3, months: 0, days: 0 },
      },
      whileOpen: 'contract',
      then: 'delete',
      quote: 'three years',
      overrides: [],
      titles: MOMENT_TITLES,
    });
  });

  it('have no term without a moment or without a period, and keep the criterion in words (RET-03)', () => {
    expect(ruleOf({ period: { length: 'P3Y' } })).toEqual({ overrides: [], titles: MOMENT_TITLES });
    expect(ruleOf({ anchor: ['call.at'], criterion })).toEqual({
      criterion: criterion.text,
      overrides: [],
      titles: MOMENT_TITLES,
    });
  });

  it('are lengthened by a law only where it is named with its period (RET-05)', () => {
    const stated = {
      anchor: ['contract.endedAt'],
      period: { length: 'P5Y' },
      overrides: [
        { because: 'legal_obligation' as const },
        { because: 'legal_obligation' as const, law: 'Code', length: 'P10Y' },
        { because: 'legal_obligation' as const, law: 'Code', anchor: 'invoice.issuedAt', length: 'P10Y' },
      ],
    };
    const period = { years: 10, months: 0, days: 0 };
    expect(ruleOf(stated)?.overrides).toEqual([
      { ground: 'legal_obligation', law: 'Code', combine: 'later_of', period },
      {
        ground: 'legal_obligation',
        law: 'Code',
        combine: 'later_of',
        anchors: [{ name: 'invoice.issuedAt', optional: false }],
        period,
      },
    ]);
  });

  it('are held by a dispute or an agreement while its moment says so, or for its own term', () => {
    expect(
      ruleOf({
        overrides: [
          { because: 'litigation', until: criterion.text },
          { because: 'express_agreement', length: 'P1Y' },
          { because: 'litigation', anchor: 'debit.at', length: 'P13M' },
        ],
      })?.overrides,
    ).toEqual([
      { ground: 'litigation', when: 'litigation', until: 'litigation.endedAt' },
      { ground: 'express_agreement', when: 'express_agreement', until: 'express_agreement.endedAt' },
      {
        ground: 'litigation',
        when: 'litigation',
        term: {
          anchors: [{ name: 'debit.at', optional: false }],
          combine: 'later_of',
          period: { years: 0, months: 13, days: 0 },
        },
      },
    ]);
  });

  it('name the fields they are for', () => {
    expect(retentionRules({ ...BASE, retention: [{ fields: ['ip'] }] })).toEqual([
      { rule: { overrides: [], titles: MOMENT_TITLES }, isAssumed: false, fields: ['ip'] },
    ]);
  });

  it('say whether the controller states them, or the register assumes them (PRF-03)', () => {
    const assumed = { assumed: true, reason: 'not stated' } as const;
    const rules = retentionRules({
      ...BASE,
      retention: [
        { anchor: ['call.at'], period: { length: 'P6M' }, ...assumed },
        { anchor: ['call.at'], period: { length: 'P6M', ...assumed } },
        { anchor: ['call.at'], period: { length: 'P6M' } },
      ],
    });
    expect(rules.map(({ isAssumed }) => isAssumed)).toEqual([true, true, false]);
  });
});
