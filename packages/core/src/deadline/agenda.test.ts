import { describe, expect, it } from '@jest/globals';
import { frenchCalendar } from '../testing/french-calendar.js';
import { agenda } from './agenda.js';
import { decideExtension } from './extension.js';
import { askQuestion, noteSupplementarySent } from './pause.js';
import { startClock, type ClockSettings, type RequestClock } from './request-clock.js';
import { DEFAULT_DEADLINE_RULES } from './rules.js';

const paris: ClockSettings = { zone: 'Europe/Paris', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES };
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const clock = startClock(noon('2026-03-05'));
const lines = (each: RequestClock, settings = paris): readonly string[] =>
  agenda(each, settings, noon('2026-03-10')).map(({ on, kind }) => `${on} ${kind}`);

describe('DLN-04 agenda', () => {
  it('reminds after 7, 14 and 21 days, wants an answer after ten working days, and names both last days', () => {
    expect(lines(clock)).toEqual([
      '2026-03-12 reminder',
      '2026-03-19 reminder',
      '2026-03-19 target',
      '2026-03-26 reminder',
      '2026-04-05 work-by',
      '2026-04-07 limit',
    ]);
  });

  it('follows the rules of the controller', () => {
    const settings = { ...paris, rules: { ...paris.rules, reminderDays: [3], targetWorkingDays: 5 } };
    expect(lines(clock, settings).slice(0, 2)).toEqual(['2026-03-08 reminder', '2026-03-12 target']);
  });

  it('DLN-05 asks for the notice of a decided extension by the safe date, until it is sent', () => {
    const decided = decideExtension(clock, paris, { reason: 'volume_of_data', decidedAt: noon('2026-03-09') });
    expect(lines(decided)).toContain('2026-04-05 extension-notice');
    const sent = { ...decided, extension: { ...decided.extension!, noticeSentAt: noon('2026-03-09') } };
    expect(lines(sent).slice(-2)).toEqual(['2026-06-05 work-by', '2026-06-05 limit']);
    expect(lines(sent).join()).not.toContain('extension-notice');
  });

  it('DLN-08 sends what does not wait for an answer at once, and waits for the answer for 14 days', () => {
    const question = { kind: 'scope', records: 2_000, sources: 1 } as const;
    const asked = askQuestion(clock, paris, { question, askedAt: noon('2026-03-09') });
    expect(lines(asked)).toEqual(expect.arrayContaining(['2026-03-09 supplementary-information', '2026-03-23 scope-answer']));
    const sent = noteSupplementarySent(asked, paris, noon('2026-03-09'));
    expect(lines(sent).join()).not.toContain('supplementary-information');
    expect(lines(sent)).toContain('2026-03-23 scope-answer');
  });

  it('DLN-07 does not end a question of identity on a day', () => {
    const question = { kind: 'identity', doubt: 'Two members of this name.', isSignedIn: false } as const;
    expect(lines(askQuestion(clock, paris, { question, askedAt: noon('2026-03-09') })).join()).not.toContain('answer');
  });
});
