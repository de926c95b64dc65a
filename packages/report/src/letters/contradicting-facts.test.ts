import { describe, expect, it } from '@jest/globals';
import {
  computeDeadlines,
  DEFAULT_DEADLINE_RULES,
  decideExtension,
  localDate,
  noteExtensionNotice,
  saysNoGround,
  startClock,
} from '@habeas/core/law';
import { frenchCalendar } from '@habeas/core/testing';
import { documentQuestion, letterSamples, SENDER } from '../testing/letter-samples.js';
import { composeLetter } from './compose-letter.js';
import { EXCLUDED_GROUNDS } from './facts/ground-text.js';
import type { LetterFacts } from './facts/letter-facts.js';
import { letterFaults } from './letter-faults.js';
import type { LetterKind } from './letter-kind.js';
import { extensionNoticeTexts } from './notice-texts.js';

const samples = letterSamples('en');
const DECISION = samples.refusal.decision;

function faultsOf(kind: LetterKind, changes: Readonly<Record<string, unknown>>): readonly string[] {
  return letterFaults(kind, { ...samples[kind], ...changes }, SENDER).map(({ path, message }) => `${path}: ${message}`);
}

const refusalOn = (...grounds: readonly Readonly<Record<string, unknown>>[]): readonly string[] =>
  faultsOf('refusal', { grounds });

describe('a notice of extension (DLN-05)', () => {
  const settings = { zone: 'Europe/Paris', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES };
  const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
  const notice = (receivedOn: string, date: string, newDueOn: string): LetterFacts<'extension'> => ({
    ...samples.extension,
    receivedOn: localDate(receivedOn),
    date: localDate(date),
    newDueOn: localDate(newDueOn),
    deadlines: computeDeadlines(startClock(noon(receivedOn)), settings, noon(date)),
  });

  // Receipt, last day for the notice, last day that it can promise, and the day after each: law §3.
  it.each([
    ['2026-03-05', '2026-04-07', '2026-04-08', '2026-06-05', '2026-06-06'],
    ['2026-08-31', '2026-09-30', '2026-10-01', '2026-11-30', '2026-12-01'],
    ['2026-01-31', '2026-03-02', '2026-03-03', '2026-04-30', '2026-05-01'],
    ['2026-04-01', '2026-05-04', '2026-05-05', '2026-07-01', '2026-07-02'],
    ['2026-10-31', '2026-11-30', '2026-12-01', '2027-02-01', '2027-02-02'],
    ['2026-12-01', '2027-01-04', '2027-01-05', '2027-03-01', '2027-03-02'],
  ])(
    'of a request of %s is written until %s, and promises no day after the third month',
    (receivedOn, last, ...[late, promise, beyond]) => {
      expect(() => composeLetter('extension', notice(receivedOn, last, promise), SENDER, 'en')).not.toThrow();
      expect(() => composeLetter('extension', notice(receivedOn, late, promise), SENDER, 'en')).toThrow(
        'the first month is over',
      );
      expect(() => composeLetter('extension', notice(receivedOn, last, beyond), SENDER, 'en')).toThrow('two months more at most');
    },
  );

  it('promises a day after the first month, of the same request', () => {
    expect(faultsOf('extension', { newDueOn: '2026-02-28' })).toEqual([
      expect.stringMatching(/^newDueOn: .*within the first month/u),
    ]);
    expect(faultsOf('extension', { receivedOn: '2026-02-01' })).toEqual([expect.stringMatching(/^deadlines.received: /u)]);
  });

  it.each(['much_effort', 'many_customers', 'holidays'])('takes "%s" for no reason', (reason) => {
    expect(faultsOf('extension', { reason })).toEqual([expect.stringMatching(/^reason: this is no reason to take longer/u)]);
  });

  it('is not explained by much work alone', () => {
    expect(faultsOf('extension', { explanation: 'We are very busy, too much work.' })).toHaveLength(1);
  });

  it('is what the clock of the request takes for one (DLN-11)', () => {
    const facts = notice('2026-01-31', '2026-02-10', '2026-04-30');
    const clock = startClock(noon('2026-01-31'));
    const decided = decideExtension(clock, settings, { reason: facts.reason, decidedAt: noon('2026-02-10') });
    const sent = { texts: extensionNoticeTexts(facts, SENDER), sentAt: noon('2026-02-10') };
    expect(noteExtensionNotice(decided, settings, sent).extension?.noticeSentAt).toEqual(noon('2026-02-10'));
  });
});

describe('days', () => {
  it.each([
    ['acknowledgement', 'date', '2026-01-30', /before the request was received/u],
    ['acknowledgement', 'dueOn', '2026-03-01', /not within a month/u],
    ['acknowledgement', 'dueOn', '2026-02-30', /is missing \(write it as YYYY-MM-DD\)/u],
    ['identity_question', 'answerBy', '2026-02-01', /the day is over/u],
    ['scope_question', 'answerBy', '2026-02-02', /the day is over/u],
    ['fee', 'answerBy', '2026-02-09', /the day is over/u],
    ['archive_expiry', 'availableUntil', '2026-02-28', /the day is over/u],
  ] as const)('of %s that cannot be are refused: %s %s', (kind, path, day, message) => {
    expect(faultsOf(kind, { [path]: day })).toEqual([expect.stringMatching(message)]);
  });

  it('of a search come before the letter', () => {
    const late = { ...samples.answer.search, snapshotOn: '2026-02-11' };
    expect(faultsOf('answer', { search: late })).toEqual([expect.stringMatching(/^search.snapshotOn: /u)]);
    const over = { by: 'download', until: '2026-02-09' };
    expect(faultsOf('answer', { delivery: over })).toEqual([expect.stringMatching(/^delivery.until: the day is over/u)]);
  });
});

describe('a question to the person', () => {
  it('asks for no certified copy and no visit (IDV-05)', () => {
    expect(faultsOf('identity_question', { asks: [{ ask: 'certified_copy' }] })).toEqual([expect.stringMatching(/IDV-05/u)]);
  });

  it('asks for no document where something less is enough (IDV-02)', () => {
    const asks = [{ ask: 'customer_number' }, ...documentQuestion('en').asks];
    expect(faultsOf('identity_question', { asks })).toEqual([expect.stringMatching(/^asks: a document is asked for beside/u)]);
    expect(faultsOf('identity_question', { asks, isOneEnough: false })).toEqual([]);
  });

  it('keeps a copy for a day at most, and receives it in a safe place (IDV-04)', () => {
    const [document] = documentQuestion('en').asks;
    expect(faultsOf('identity_question', { asks: [{ ...document, keptHours: 25 }], isOneEnough: false })).toHaveLength(1);
    const unsafe = faultsOf('identity_question', { asks: [{ ask: 'document' }], isOneEnough: false });
    expect(unsafe.map((fault) => fault.split(':')[0])).toEqual(['asks.0.why', 'asks.0.sendTo', 'asks.0.keptHours']);
  });

  it('about scope is for a large quantity only (DLN-08)', () => {
    const small = { found: { records: 1_000, sources: 5 } };
    expect(faultsOf('scope_question', small)).toEqual([expect.stringMatching(/^found: this is no large quantity/u)]);
    expect(faultsOf('scope_question', { ...small, threshold: { records: 500, sources: 5 } })).toEqual([]);
    expect(faultsOf('scope_question', { found: { records: 10, sources: 6 } })).toEqual([]);
  });
});

describe('an answer', () => {
  const search = samples.answer.search;

  it('with a gap is an answer in part, and names the gap (SCP-09)', () => {
    expect(faultsOf('answer', { search: { ...search, isComplete: false } })).toEqual([
      expect.stringMatching(/write partial_answer/u),
    ]);
    const leftOut = [{ reason: 'staff_identity', what: 'a voice' }];
    expect(faultsOf('partial_answer', { leftOut })).toEqual([expect.stringMatching(/^leftOut: .*not_searched/u)]);
  });

  it('without data is another letter, and the other way round (OUT-01)', () => {
    expect(faultsOf('answer', { search: { ...search, records: 0 } })).toEqual([expect.stringMatching(/write no_data/u)]);
    expect(faultsOf('no_data', { search })).toEqual([expect.stringMatching(/something was found/u)]);
  });

  it('is never "no" on a search that is not complete (OUT-01, SCP-09)', () => {
    const gap = { search: { ...search, records: 0, isComplete: false } };
    expect(faultsOf('no_data', gap)).toEqual([expect.stringMatching(/nobody can say that there is nothing/u)]);
    const position = { why: 'nothing_held', search: { ...search, isComplete: false } };
    expect(faultsOf('wrong_controller', { position })).toHaveLength(2);
  });

  it('tells of the rights that always exist (REP-07)', () => {
    expect(faultsOf('answer', { rights: ['rectification', 'objection'] })).toEqual([
      expect.stringMatching(/erasure, restriction/u),
    ]);
  });

  it('leaves nothing out as "property of the controller" (TPD-05)', () => {
    const interest = { holder: 'Example Association', why: 'It is the exclusive property of Example Association.' };
    const leftOut = [{ reason: 'trade_secret', what: 'a score', interest }];
    const faults = faultsOf('partial_answer', { leftOut, search });
    expect(faults).toEqual([expect.stringMatching(/^leftOut.0.interest: .*no ground/u)]);
  });
});

describe('a refusal', () => {
  const evidence = 'Three requests in two weeks for data that do not change';

  it.each(Object.entries(EXCLUDED_GROUNDS))('is never for %s (OUT-03, OUT-07, TPD-01)', (ground, why) => {
    expect(refusalOn({ ground, evidence })).toEqual([`grounds.0.ground: ${why}`]);
  });

  it('has one of the grounds that the law knows', () => {
    expect(refusalOn({ ground: 'mood' })).toEqual([
      expect.stringMatching(/^grounds.0.ground: this is no ground for a refusal \(one of: /u),
    ]);
    expect(refusalOn()).toEqual([expect.stringMatching(/^grounds: there are no reasons/u)]);
  });

  it.each([
    'Confidential.',
    'The information is confidential or internal',
    'C’est trop de travail',
    'Données confidentielles',
    '—',
  ])('is not explained by "%s" (OUT-03, OUT-07)', (words) => {
    expect(saysNoGround(words)).toBe(true);
    expect(refusalOn({ ground: 'manifestly_unfounded', evidence: words })).toHaveLength(1);
  });

  it.each(['confidential', 'not authorised by law', 'internal policy 7', ''])(
    'cites a law, and "%s" is none (OUT-07)',
    (lawRef) => {
      const why = 'The inquiry would be known before its end';
      expect(refusalOn({ ground: 'legal_restriction', lawRef, why })).toEqual([expect.stringMatching(/^grounds.0.lawRef: /u)]);
    },
  );

  it('for an excess is recent: after a year it never is one (OUT-04)', () => {
    const after = (lastRequestOn: string): readonly string[] => refusalOn({ ground: 'excessive', lastRequestOn, evidence });
    expect(after('2025-02-01')).toEqual([]);
    expect(after('2025-01-31')).toEqual([expect.stringMatching(/never excessive/u)]);
    expect(after('2026-02-01')).toEqual([expect.stringMatching(/came later/u)]);
  });

  it.each(['manifestly_unfounded', 'excessive', 'abuse'])('as %s is decided by the officer alone (OUT-03, OUT-05)', (ground) => {
    const all = {
      manifestly_unfounded: { evidence },
      excessive: { evidence, lastRequestOn: '2026-01-20' },
      abuse: samples.refusal.grounds[1],
    };
    const grounds = [{ ...all[ground as keyof typeof all], ground }];
    expect(faultsOf('refusal', { grounds, decision: { ...DECISION, isDpo: false } })).toEqual([
      expect.stringMatching(/^grounds.0: only a data/u),
    ]);
    expect(faultsOf('refusal', { grounds })).toEqual([]);
  });

  it('is not an extension with other words (DLN-11)', () => {
    expect(faultsOf('refusal', { newDueOn: '2026-04-28' })).toEqual([
      expect.stringMatching(/no newDueOn \(leave it out, or choose/u),
    ]);
  });
});

describe('a fee (OUT-06)', () => {
  const cause = { for: 'further_copy', firstCopyOn: '2025-12-01', isSameScope: true, isSamePeriod: true };

  it.each([
    ['another period', { ...cause, isSamePeriod: false }, /not of the same period/u],
    ['another scope', { ...cause, isSameScope: false }, /not of the same scope/u],
    ['a first copy', { for: 'first_copy' }, /a first copy is free/u],
    ['a copy that came later', { ...cause, firstCopyOn: '2026-02-11' }, /after this letter/u],
  ])('is not asked for %s', (_, changed, message) => {
    expect(faultsOf('fee', { cause: changed })).toEqual([expect.stringMatching(message)]);
  });

  it('is made of direct costs', () => {
    expect(faultsOf('fee', { costs: [{ cost: 'overheads', cents: 100 }] })).toEqual([expect.stringMatching(/no direct cost/u)]);
    expect(faultsOf('fee', { currency: 'euro' })).toEqual([expect.stringMatching(/no currency/u)]);
  });

  it('for an excess is decided by the officer, within a year of the earlier request', () => {
    const excess = {
      for: 'excess',
      lastRequestOn: '2025-01-20',
      evidence: 'Nothing changed since',
      decision: { ...DECISION, isDpo: false },
    };
    expect(faultsOf('fee', { cause: excess }).map((fault) => fault.split(':')[0])).toEqual([
      'cause.decision.isDpo',
      'cause.lastRequestOn',
    ]);
    const { lastRequestOn: _, ...more } = excess;
    const unfounded = { ...more, for: 'unfounded' };
    expect(faultsOf('fee', { cause: unfounded }).map((fault) => fault.split(':')[0])).toEqual(['cause.decision.isDpo']);
  });
});

it('a request meant for others is not passed on without the person’s agreement (INT-10)', () => {
  expect(faultsOf('wrong_controller', { forwarded: true })).toEqual([expect.stringMatching(/without the person’s agreement/u)]);
});
