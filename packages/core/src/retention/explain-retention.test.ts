import { describe, expect, it } from '@jest/globals';
import type { JsonValue } from '@habeas/connector-sdk';
import { localDate } from '../calendar/local-date.js';
import { retentionRule } from '../testing/retention-rule.js';
import { evaluateRetention } from './evaluate.js';
import { explainRetention } from './explain-retention.js';
import type { RetentionText } from './parse-rule.js';

const titles = {
  'contract.endedAt': { en: 'the end of the contract', fr: 'la fin du contrat' },
  contract: { en: 'your contract', fr: 'votre contrat' },
};
const CLIENTS: RetentionText = { anchor: 'contract.endedAt', period: 'P60M', then: 'delete', titles };
const ENDED = { 'contract.endedAt': '2021-03-01' };

function explain(text: RetentionText, values: Record<string, JsonValue>, today: string, open = {}): readonly string[] {
  const rule = retentionRule(text);
  const evaluation = evaluateRetention(rule, { values, open }, { today: localDate(today), timeZone: 'Europe/Paris' });
  return [explainRetention(evaluation, rule, 'en'), explainRetention(evaluation, rule, 'fr')];
}

describe('explainRetention (RET-02, RET-03, PER-01)', () => {
  it('what runs', () => {
    expect(explain(CLIENTS, ENDED, '2022-01-01')).toEqual([
      'Kept for 60 months from the end of the contract (1 March 2021), that is until 1 March 2026. After that it is deleted.',
      'Durée de conservation : 60 mois à compter de la fin du contrat (1er mars 2021), soit jusqu’au 1er mars 2026. Suppression à l’issue de cette durée.',
    ]);
  });

  it('what ends soon, and is made anonymous', () => {
    expect(explain({ ...CLIENTS, then: 'anonymise' }, ENDED, '2026-02-20')[0]).toBe(
      'Kept for 60 months from the end of the contract (1 March 2021), that is until 1 March 2026. The period ends soon. After that it is made anonymous.',
    );
  });

  it('what is overdue: disclosed as it is held (RET-04)', () => {
    expect(explain({ anchor: 'setAt', period: 'P13M' }, { setAt: '2024-01-31' }, '2026-01-01')).toEqual([
      'Kept for 13 months from setAt (31 January 2024), that is until 28 February 2025. The period has ended on 28 February 2025: this is disclosed as it is held, and is planned to end now.',
      'Durée de conservation : 13 mois à compter de setAt (31 janvier 2024), soit jusqu’au 28 février 2025. Cette durée a pris fin le 28 février 2025 : ces données sont communiquées telles qu’elles sont détenues, et il est prévu d’y mettre fin.',
    ]);
  });

  it('what a law keeps for longer, with the law (RET-05)', () => {
    const overrides = [{ ground: 'legal_obligation', law: 'Art. L123-22 Code de commerce', period: 'P10Y' }];
    expect(explain({ ...CLIENTS, then: 'archive', overrides }, ENDED, '2027-01-01')[0]).toBe(
      'Kept for 60 months from the end of the contract (1 March 2021), that is until 1 March 2026. Then archived until 1 March 2031, as the law demands (Art. L123-22 Code de commerce). It is deleted once the archive period has ended.',
    );
  });

  it('which of several anchors decides', () => {
    const text: RetentionText = { anchor: ['contract.endedAt', 'paidAt'], combine: 'later_of', period: 'P1Y', titles };
    expect(explain(text, { ...ENDED, paidAt: '2020-01-01' }, '2021-04-01')).toEqual([
      'Kept for 1 year from the end of the contract (1 March 2021), that is until 1 March 2022. The period runs from the end of the contract or paidAt, whichever is later.',
      'Durée de conservation : 1 an à compter de la fin du contrat (1er mars 2021), soit jusqu’au 1er mars 2022. Cette durée court à compter de la fin du contrat ou de paidAt, la plus tardive de ces deux dates étant retenue.',
    ]);
    const atOnce: RetentionText = { ...text, combine: 'earlier_of', period: 'P0D' };
    expect(explain(atOnce, { ...ENDED, paidAt: '2021-04-01' }, '2021-03-01')[0]).toMatch(
      /^Kept until the end of the contract \(1 March 2021\) and no longer\. It is kept until the end of the contract or paidAt, whichever is earlier\./u,
    );
  });

  it('what is not kept at all, and what a dispute and an agreement added', () => {
    const overrides = [
      { ground: 'express_agreement', when: 'agreed', until: 'agreedUntil' },
      { ground: 'litigation', when: 'dispute', until: 'closedAt' },
    ];
    const values = { paidAt: '2020-01-01', agreed: true, agreedUntil: '2021-01-01', dispute: true, closedAt: '2022-01-01' };
    expect(explain({ anchor: 'paidAt', period: 'P0D', overrides }, values, '2022-01-02')[0]).toBe(
      'Kept until paidAt (1 January 2020) and no longer. An express agreement extends this until 1 January 2021. A dispute extends this until 1 January 2022. The period has ended on 1 January 2022: this is disclosed as it is held, and is planned to end now.',
    );
  });

  it('a dispute, with an end and without', () => {
    const overrides = [{ ground: 'litigation', when: 'dispute', until: 'closedAt' }];
    expect(explain({ ...CLIENTS, overrides }, { dispute: true }, '2026-01-01')[0]).toBe(
      'Kept because of a dispute, until it has ended.',
    );
    expect(explain({ ...CLIENTS, overrides }, { dispute: true, closedAt: '2026-05-01' }, '2026-01-01')[1]).toBe(
      'Conservation en raison d’un litige, jusqu’au 1er mai 2026.',
    );
  });

  it('an open relationship, and an agreement', () => {
    expect(explain({ ...CLIENTS, while_open: 'contract' }, {}, '2026-01-01', { contract: true })[0]).toBe(
      'Kept as long as this lasts: your contract. The period begins when it ends.',
    );
    const overrides = [{ ground: 'express_agreement', when: 'agreed' }];
    expect(explain({ ...CLIENTS, overrides }, { agreed: true }, '2026-01-01')[0]).toBe(
      'Kept by express agreement, as long as it stands.',
    );
  });

  it('what is missing, and what is no date (RET-07)', () => {
    const text: RetentionText = { anchor: ['contract.endedAt', 'paidAt'], combine: 'later_of', period: 'P1Y', titles };
    expect(explain(text, { paidAt: 'n/a' }, '2026-01-01')[0]).toBe(
      'The rule: 1 year from the end of the contract or paidAt, whichever is later. The end cannot be told: it is not recorded when this was: the end of the contract. The end cannot be told: what is recorded is no usable date: paidAt.',
    );
  });

  it('a criterion in its own words, and no rule at all (RET-03)', () => {
    const criterion = { en: 'Until you close your account.', fr: 'Jusqu’à la clôture de votre compte.' };
    expect(explain({ criterion }, {}, '2026-01-01')).toEqual(Object.values(criterion));
    expect(explain({}, {}, '2026-01-01')).toEqual([
      'The controller has not stated how long this is kept.',
      'Le responsable du traitement n’a pas indiqué de durée de conservation.',
    ]);
  });

  it('the rule, where its end cannot be told: also of what is not kept at all', () => {
    expect(explain({ anchor: 'paidAt', period: 'P0D' }, {}, '2022-01-02')[0]).toBe(
      'The rule: until paidAt and no longer. The end cannot be told: it is not recorded when this was: paidAt.',
    );
  });
});
