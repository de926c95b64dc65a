import { describe, expect, it } from '@jest/globals';
import { frenchCalendar } from '../testing/french-calendar.js';
import { computeDeadlines } from './deadlines.js';
import { decideExtension, noteExtensionNotice, type SentNotice } from './extension.js';
import { EXTENSION_REASONS, startClock, type ClockSettings, type ExtensionReason, type RequestClock } from './request-clock.js';
import { DEFAULT_DEADLINE_RULES } from './rules.js';

const paris: ClockSettings = { zone: 'Europe/Paris', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES };
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const clock = startClock(noon('2026-01-31')); // one month: Monday 2 March; three: Thursday 30 April
const decided = (decidedAt = noon('2026-02-10'), reason: ExtensionReason = 'scattered_sources'): RequestClock =>
  decideExtension(clock, paris, { reason, decidedAt });
const notice = (sentAt = noon('2026-02-11'), texts: Readonly<Record<string, string>> = {}): SentNotice => ({
  sentAt,
  texts: {
    reference: '2026-0042',
    receivedOn: '2026-01-31',
    reason: 'scattered_sources',
    explanation: 'Your data lies in nine systems, two of which are searched by hand.',
    newDueOn: '2026-04-30',
    contact: 'dpo@example.org',
    ...texts,
  },
});
const refusal = (code: string, message: RegExp): unknown =>
  expect.objectContaining({ name: 'Refused', code, message: expect.stringMatching(message) as unknown });
const workBy = (each: RequestClock): string => computeDeadlines(each, paris, noon('2026-02-20')).workBy;

describe('DLN-05 decideExtension', () => {
  it('changes no date before the notice is sent', () => {
    expect(workBy(decided())).toBe('2026-02-28');
    expect(computeDeadlines(decided(), paris, noon('2026-02-20'))).toMatchObject({
      isExtended: false,
      limit: { date: '2026-03-02' },
    });
  });

  it.each([...EXTENSION_REASONS])('takes %s for a reason', (reason) => {
    expect(decided(noon('2026-02-10'), reason).extension?.reason).toBe(reason);
  });

  it.each(['much_effort', 'many_customers', ''])('refuses "%s"', (reason) => {
    expect(() => decided(noon('2026-02-10'), reason as ExtensionReason)).toThrow(refusal('INVALID_INPUT', /no reason/u));
  });

  it('is refused a second time, with or without notice', () => {
    for (const once of [decided(), noteExtensionNotice(decided(), paris, notice())]) {
      const again = { reason: 'volume_of_data', decidedAt: noon('2026-02-12') } as const;
      expect(() => decideExtension(once, paris, again)).toThrow(refusal('WRONG_STATE', /extended once/u));
    }
  });

  it('is refused after the first month, to the instant, and before receipt', () => {
    expect(decided(new Date('2026-03-02T22:59:59.999Z')).extension).toBeDefined();
    expect(() => decided(new Date('2026-03-02T23:00:00Z'))).toThrow(refusal('WRONG_STATE', /first month is over/u));
    expect(() => decided(noon('2026-01-30'))).toThrow(refusal('INVALID_INPUT', /before it is received/u));
  });

  it('has no more time because the clock stood still', () => {
    const question = { kind: 'identity', doubt: 'Two members of this name.', isSignedIn: false } as const;
    const paused = { ...clock, pauses: [{ question, askedAt: noon('2026-02-02'), answeredAt: noon('2026-02-20') }] };
    const late = { reason: 'volume_of_data', decidedAt: noon('2026-03-03') } as const;
    expect(() => decideExtension(paused, paris, late)).toThrow(refusal('WRONG_STATE', /first month is over/u));
  });
});

describe('DLN-05 noteExtensionNotice', () => {
  it('makes the longer period hold', () => {
    const extended = noteExtensionNotice(decided(), paris, notice());
    expect(workBy(extended)).toBe('2026-04-28');
    expect(extended.extension).toMatchObject({ reason: 'scattered_sources', noticeSentAt: noon('2026-02-11') });
  });

  it('is refused after the first month: then nothing is extended', () => {
    expect(() => noteExtensionNotice(decided(), paris, notice(new Date('2026-03-02T23:00:00Z')))).toThrow(
      refusal('WRONG_STATE', /first month is over/u),
    );
  });

  it('is refused where no extension waits for it', () => {
    const extended = noteExtensionNotice(decided(), paris, notice());
    for (const each of [clock, extended]) {
      expect(() => noteExtensionNotice(each, paris, notice())).toThrow(refusal('WRONG_STATE', /waits for its notice/u));
    }
  });

  it('is refused where it was sent before the decision', () => {
    expect(() => noteExtensionNotice(decided(), paris, notice(noon('2026-02-09')))).toThrow(
      refusal('INVALID_INPUT', /after the decision/u),
    );
  });

  it.each([
    ['says nothing', { explanation: ' ' }, /see explanation/u],
    ['is a refusal', { judicialRemedy: 'The court of Nantes' }, /see judicialRemedy/u],
    ['gives another reason', { reason: 'volume_of_data' }, /another reason/u],
    ['names a day that is too late', { newDueOn: '2026-05-01' }, /too late/u],
    ['names no day', { newDueOn: 'soon' }, /YYYY-MM-DD/u],
  ])('is refused where it %s (DLN-11)', (_, texts, message) => {
    expect(() => noteExtensionNotice(decided(), paris, notice(undefined, texts))).toThrow(refusal('INVALID_INPUT', message));
  });
});
