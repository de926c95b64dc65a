import { describe, expect, it } from '@jest/globals';
import { frenchCalendar } from '../testing/french-calendar.js';
import { computeDeadlines } from './deadlines.js';
import { askQuestion, noteAnswer, noteSupplementarySent, scopeAt, type NewQuestion } from './pause.js';
import { startClock, type ClockSettings, type Question } from './request-clock.js';
import { DEFAULT_DEADLINE_RULES } from './rules.js';

const paris: ClockSettings = { zone: 'Europe/Paris', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES };
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const clock = startClock(noon('2026-06-01'));
const identity: Question = { kind: 'identity', doubt: 'The address is on no record.', isSignedIn: false };
const scope: Question = { kind: 'scope', records: 1_001, sources: 1 };
const asked = (question: Question, day = '2026-06-03', confirmedBy?: string): NewQuestion => ({
  question,
  askedAt: noon(day),
  ...(confirmedBy !== undefined && { confirmedBy }),
});
const refusal = (code: string, message: RegExp): unknown =>
  expect.objectContaining({ name: 'Refused', code, message: expect.stringMatching(message) as unknown });

describe('DLN-07 askQuestion', () => {
  it('P1: stops the clock from the question to the answer', () => {
    const open = askQuestion(clock, paris, asked(identity, '2026-06-05', 'stf_1'));
    const answered = noteAnswer(open, paris, { answeredAt: noon('2026-06-15') });
    const { duePaused, dueSafe } = computeDeadlines(answered, paris, noon('2026-06-20'));
    expect([duePaused?.date, dueSafe.date]).toEqual(['2026-07-13', '2026-07-01']);
    expect(answered.pauses[0]).toMatchObject({ confirmedBy: 'stf_1', answeredAt: noon('2026-06-15') });
    expect(answered.pauses[0]).not.toHaveProperty('scopeAnswer');
  });

  it('is prompt within three working days; later the data protection officer confirms it', () => {
    expect(askQuestion(clock, paris, asked(identity, '2026-06-04')).pauses).toHaveLength(1);
    expect(() => askQuestion(clock, paris, asked(identity, '2026-06-05'))).toThrow(
      refusal('WRONG_STATE', /within 3 working days/u),
    );
  });

  it('does not count weekends and holidays as days of waiting', () => {
    const beforePentecost = startClock(noon('2026-05-22'));
    expect(askQuestion(beforePentecost, paris, asked(identity, '2026-05-28')).pauses).toHaveLength(1);
  });

  it('is refused while another question is open, and not after its answer', () => {
    const open = askQuestion(clock, paris, asked(identity, '2026-06-02'));
    expect(() => askQuestion(open, paris, asked(scope, '2026-06-03'))).toThrow(refusal('WRONG_STATE', /question is open/u));
    const answered = noteAnswer(open, paris, { answeredAt: noon('2026-06-03') });
    const again = askQuestion(answered, paris, asked(scope, '2026-06-03'));
    expect(computeDeadlines(again, paris, noon('2026-06-04')).pausedDays).toBe(2);
  });

  it('is refused for a request from a signed-in account (L0)', () => {
    expect(() => askQuestion(clock, paris, asked({ ...identity, isSignedIn: true }))).toThrow(
      refusal('WRONG_STATE', /signed-in account/u),
    );
  });

  it('is refused without a doubt in words', () => {
    expect(() => askQuestion(clock, paris, asked({ ...identity, doubt: ' ' }))).toThrow(refusal('INVALID_INPUT', /no words/u));
  });

  it('is refused once the period is over, to the instant', () => {
    const lateBy = (milliseconds: number): NewQuestion => ({
      question: identity,
      askedAt: new Date(Date.parse('2026-07-01T22:00:00Z') + milliseconds),
      confirmedBy: 'stf_1',
    });
    expect(askQuestion(clock, paris, lateBy(-1)).pauses).toHaveLength(1);
    expect(() => askQuestion(clock, paris, lateBy(0))).toThrow(refusal('WRONG_STATE', /period is over/u));
  });

  it('is refused before receipt, and before the answer to the question before', () => {
    const early = refusal('INVALID_INPUT', /after the request is received/u);
    expect(() => askQuestion(clock, paris, asked(identity, '2026-05-31'))).toThrow(early);
    const answered = noteAnswer(askQuestion(clock, paris, asked(identity, '2026-06-02')), paris, {
      answeredAt: noon('2026-06-09'),
    });
    expect(() => askQuestion(answered, paris, asked(identity, '2026-06-08', 'stf_1'))).toThrow(early);
  });

  it('DLN-09 is refused in the UK pack, where a proof starts the clock', () => {
    const uk = { ...paris, rules: { ...paris.rules, pack: 'uk' as const } };
    expect(() => askQuestion(clock, uk, asked(identity))).toThrow(refusal('WRONG_STATE', /starts the clock/u));
    expect(askQuestion(clock, uk, asked(scope)).pauses).toHaveLength(1);
  });
});

describe('DLN-07 noteAnswer', () => {
  it('is refused where no question is open, and where it came before the question', () => {
    const open = askQuestion(clock, paris, asked(identity));
    const answered = noteAnswer(open, paris, { answeredAt: noon('2026-06-09') });
    for (const each of [clock, answered]) {
      expect(() => noteAnswer(each, paris, { answeredAt: noon('2026-06-09') })).toThrow(
        refusal('WRONG_STATE', /No question is open/u),
      );
    }
    expect(() => noteAnswer(open, paris, { answeredAt: noon('2026-06-02') })).toThrow(
      refusal('INVALID_INPUT', /before its question/u),
    );
  });
});

describe('DLN-08 a question of scope', () => {
  it.each([
    [1_000, 5, false],
    [1_001, 1, true],
    [1, 6, true],
  ])('%i records in %i sources are a large quantity: %s', (records, sources, isLarge) => {
    const ask = (): unknown => askQuestion(clock, paris, asked({ kind: 'scope', records, sources }));
    if (isLarge) expect(ask).not.toThrow();
    else expect(ask).toThrow(refusal('WRONG_STATE', /no large quantity/u));
  });

  const open = askQuestion(clock, paris, asked(scope));

  it('leaves open what is meant until it is answered', () => {
    expect(scopeAt(clock, paris, noon('2026-06-03'))).toBe('everything');
    expect(scopeAt(open, paris, noon('2026-06-04'))).toBe('asked');
  });

  it.each([
    ['narrowed', 'narrowed'],
    ['everything', 'everything'],
    ['none', 'everything'],
    [undefined, 'everything'],
  ] as const)('answered "%s": %s is produced', (answer, produced) => {
    const answered = noteAnswer(open, paris, { answeredAt: noon('2026-06-10'), ...(answer && { scope: answer }) });
    expect(scopeAt(answered, paris, noon('2026-06-11'))).toBe(produced);
  });

  it('ends by itself after 14 days: everything is produced, an answer changes nothing, and another question may be asked', () => {
    expect(scopeAt(open, paris, noon('2026-06-17'))).toBe('asked');
    expect(scopeAt(open, paris, noon('2026-06-18'))).toBe('everything');
    expect(() => noteAnswer(open, paris, { answeredAt: noon('2026-06-18'), scope: 'narrowed' })).toThrow(/No question is open/u);
    const again = askQuestion(open, paris, asked(identity, '2026-06-18', 'stf_1'));
    expect(computeDeadlines(again, paris, noon('2026-06-20')).pausedDays).toBe(16);
  });

  it('keeps what was agreed when a question of identity follows', () => {
    const narrowed = noteAnswer(open, paris, { answeredAt: noon('2026-06-10'), scope: 'narrowed' });
    const asking = askQuestion(narrowed, paris, asked(identity, '2026-06-11', 'stf_1'));
    expect(scopeAt(asking, paris, noon('2026-06-12'))).toBe('narrowed');
  });

  it('does not hold back the supplementary information', () => {
    const sent = noteSupplementarySent(open, paris, noon('2026-06-04'));
    expect(sent.pauses[0]).toMatchObject({ supplementarySentAt: noon('2026-06-04') });
    expect(noteAnswer(sent, paris, { answeredAt: noon('2026-06-10') }).pauses[0]).toMatchObject({
      supplementarySentAt: noon('2026-06-04'),
    });
  });

  it('is what supplementary information is sent beside: to no other question', () => {
    const other = askQuestion(clock, paris, asked(identity));
    expect(() => noteSupplementarySent(other, paris, noon('2026-06-04'))).toThrow(refusal('WRONG_STATE', /scope/u));
    expect(() => noteSupplementarySent(clock, paris, noon('2026-06-04'))).toThrow(refusal('WRONG_STATE', /No question is open/u));
  });
});
