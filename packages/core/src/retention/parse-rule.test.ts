import { describe, expect, it } from '@jest/globals';
import { parseRetention, type RetentionText } from './parse-rule.js';

const at = (name: string, optional = false) => ({ name, optional });
const P5Y = { years: 5, months: 0, days: 0 };
const faultsOf = (text: RetentionText) => {
  const parsed = parseRetention(text);
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path}: ${message}`);
};

describe('parseRetention (RET-01)', () => {
  it('reads every word of the language', () => {
    const text: RetentionText = {
      anchor: ['collectedAt', 'lastContact?'],
      combine: 'later_of',
      period: '${prospects}',
      while_open: 'contract',
      then: 'archive',
      criterion: { en: 'until the last contact', fr: 'jusqu’au dernier contact' },
      overrides: [
        { ground: 'legal_obligation', law: 'Art. L123-22 Code de commerce', period: 'P10Y' },
        { ground: 'legal_obligation', law: 'a law', anchor: ['a', 'b'], combine: 'earlier_of', period: 'P1M' },
        { ground: 'litigation', when: 'dispute.openedAt', until: 'dispute.closedAt' },
        { ground: 'litigation', when: 'isDisputed', anchor: 'debitedAt', period: 'P13M' },
        { ground: 'express_agreement', when: 'agreedAt' },
      ],
      quote: 'Five years.',
      titles: { collectedAt: { en: 'collection', fr: 'la collecte' } },
    };
    expect(parseRetention(text, { prospects: 'P5Y' })).toEqual({
      ok: true,
      rule: {
        term: { anchors: [at('collectedAt'), at('lastContact', true)], combine: 'later_of', period: P5Y, parameter: 'prospects' },
        whileOpen: 'contract',
        then: 'archive',
        criterion: text.criterion,
        overrides: [
          {
            ground: 'legal_obligation',
            law: 'Art. L123-22 Code de commerce',
            combine: 'later_of',
            period: { years: 10, months: 0, days: 0 },
          },
          {
            ground: 'legal_obligation',
            law: 'a law',
            anchors: [at('a'), at('b')],
            combine: 'earlier_of',
            period: { years: 0, months: 1, days: 0 },
          },
          { ground: 'litigation', when: 'dispute.openedAt', until: 'dispute.closedAt' },
          {
            ground: 'litigation',
            when: 'isDisputed',
            term: { anchors: [at('debitedAt')], combine: 'later_of', period: { years: 0, months: 13, days: 0 } },
          },
          { ground: 'express_agreement', when: 'agreedAt' },
        ],
        quote: 'Five years.',
        titles: text.titles,
      },
    });
  });

  it('reads what says nothing as a rule without a term, and assumes none (RET-07)', () => {
    expect(parseRetention({})).toEqual({ ok: true, rule: { overrides: [], titles: {} } });
  });

  it.each<[string, RetentionText, readonly string[]]>([
    ['an anchor without a period', { anchor: 'a' }, ['period: An anchor needs a period, if only P0D.']],
    ['a period without an anchor', { period: 'P5Y' }, ['anchor: A period needs something to run from.']],
    ['no anchor at all', { anchor: [], period: 'P5Y' }, ['anchor: There is none.']],
    [
      'several without a word that combines them',
      { anchor: ['a', 'b'], period: 'P5Y' },
      ['combine: Several anchors need later_of or earlier_of.'],
    ],
    ['one with such a word', { anchor: 'a', combine: 'later_of', period: 'P5Y' }, ['combine: There is nothing to combine.']],
    [
      'another word',
      { anchor: ['a', 'b'], combine: 'sum_of', period: 'P5Y' },
      ['combine: "sum_of" is none of later_of, earlier_of.'],
    ],
    [
      'only anchors that need not happen',
      { anchor: 'a?', period: 'P5Y' },
      ['anchor: One anchor at least is needed that always happens, without "?".'],
    ],
    [
      'a name that is none',
      { anchor: 'the end', period: 'P5Y' },
      ['anchor: "the end" is no name of a fact, such as contract.endedAt.'],
    ],
    [
      'hours',
      { anchor: 'a', period: 'PT5H' },
      ['period: "PT5H" is no calendar duration of ISO 8601, such as P5Y, P13M or P30D.'],
    ],
    ['a parameter that nobody set', { anchor: 'a', period: '${x}' }, ['period: The profile does not say what x is.']],
    ['an end that is none', { then: 'forget' }, ['then: "forget" is none of delete, anonymise, archive.']],
    [
      'an archive without a law',
      { anchor: 'a', period: 'P5Y', then: 'archive' },
      ['then: What is archived needs an override by legal_obligation that says until when, and by which law.'],
    ],
    ['a relationship that is no name', { while_open: '' }, ['while_open: "" is no name of a fact, such as contract.endedAt.']],
    [
      'a ground that is none',
      { overrides: [{ ground: 'curiosity' }] },
      ['overrides[0].ground: "curiosity" is none of legal_obligation, litigation, express_agreement.'],
    ],
    [
      'a legal obligation that says nothing',
      { overrides: [{ ground: 'legal_obligation' }, { ground: 'legal_obligation', law: ' ', period: 'P1Y' }] },
      [
        'overrides[0].law: A legal obligation is named with its law (RET-05).',
        'overrides[0].period: A legal obligation lasts for a period.',
        'overrides[1].law: A legal obligation is named with its law (RET-05).',
      ],
    ],
    [
      'a legal obligation with conditions',
      { overrides: [{ ground: 'legal_obligation', law: 'a law', period: 'P1Y', when: 'a' }] },
      ['overrides[0].when: A legal obligation applies always, and for a period.'],
    ],
    [
      'a legal obligation with an end',
      { overrides: [{ ground: 'legal_obligation', law: 'a law', period: 'P1Y', until: 'a' }] },
      ['overrides[0].when: A legal obligation applies always, and for a period.'],
    ],
    [
      'a dispute that says not when',
      { overrides: [{ ground: 'litigation' }] },
      ['overrides[0].when: "" is no name of a fact, such as contract.endedAt.'],
    ],
    [
      'a dispute with two ends, and a law',
      {
        overrides: [
          { ground: 'litigation', when: 'a', until: 'b', law: 'a law', anchor: 'c', period: 'P1Y' },
          { ground: 'litigation', when: 'a', until: '?' },
        ],
      },
      [
        'overrides[0].law: Only a legal obligation rests on a law of its own.',
        'overrides[0].until: It ends on a day or after a period, not both.',
        'overrides[1].until: "?" is no name of a fact, such as contract.endedAt.',
      ],
    ],
  ])('refuses %s', (_, text, expected) => {
    expect(faultsOf(text)).toEqual(expected);
  });

  it('refuses a parameter whose value is no period, without repeating it', () => {
    const parsed = parseRetention({ anchor: 'a', period: '${x}' }, { x: 'five years' });
    expect(parsed).toEqual({
      ok: false,
      faults: [{ path: 'period', message: "The profile's x is no calendar duration of ISO 8601, such as P5Y, P13M or P30D." }],
    });
  });
});
