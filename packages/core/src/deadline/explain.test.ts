import { describe, expect, it } from '@jest/globals';
import { frenchCalendar } from '../testing/french-calendar.js';
import type { DeadlineCatalogue } from './catalogue/catalogue.js';
import { DEADLINE_CATALOGUES } from './catalogue/catalogues.js';
import { computeDeadlines } from './deadlines.js';
import { dayInWords, explainDate, explainDeadlines } from './explain.js';
import { startClock, type ClockSettings, type RequestClock } from './request-clock.js';
import { DEFAULT_DEADLINE_RULES } from './rules.js';
import type { TraceStep } from './trace-step.js';

const paris: ClockSettings = { zone: 'Europe/Paris', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES };
const later = new Date('2030-01-01T00:00:00Z');
const { en, fr } = DEADLINE_CATALOGUES;

function said(
  clock: RequestClock,
  catalogue: DeadlineCatalogue,
  name = 'dueLegal',
  settings = paris,
): readonly string[] | undefined {
  return explainDeadlines(computeDeadlines(clock, settings, later), catalogue).find((each) => each.name === name)?.sentences;
}

describe('DLN-01 explainDeadlines', () => {
  const endOfJanuary = startClock(new Date('2026-01-31T12:00:00Z'));

  it('says in English how a date came about: the month has no such day, and the last is a Saturday', () => {
    expect(said(endOfJanuary, en)).toEqual([
      'Received on Saturday 31 January 2026 in Europe/Paris.',
      'One month later there is no day 31: the last day of the month is Saturday 28 February 2026.',
      'Saturday 28 February 2026 is no working day.',
      'Sunday 1 March 2026 is no working day.',
      'The next working day is Monday 2 March 2026.',
      'The period ends with the end of Monday 2 March 2026.',
    ]);
  });

  it('says it in French', () => {
    expect(said(startClock(new Date('2026-03-31T22:30:00Z')), fr)).toEqual([
      'Demande reçue le mardi 31 mars 2026 en temps universel, soit le mercredi 1er avril 2026 (Europe/Paris).',
      'Un mois plus tard : vendredi 1er mai 2026.',
      'Le vendredi 1er mai 2026 est un jour férié (Fête du travail).',
      'Le samedi 2 mai 2026 n’est pas un jour ouvrable.',
      'Le dimanche 3 mai 2026 n’est pas un jour ouvrable.',
      'Le premier jour ouvrable suivant est le lundi 4 mai 2026.',
      'Le délai expire à la fin du lundi 4 mai 2026.',
    ]);
  });

  it('DLN-06 says that there are two ways to count three months', () => {
    expect(said(endOfJanuary, en, 'dueExtSafe')).toEqual([
      'Received on Saturday 31 January 2026 in Europe/Paris.',
      'Counted in two ways, it is Thursday 30 April 2026 or Tuesday 28 April 2026: the earlier counts, Tuesday 28 April 2026.',
      'This date is never moved for weekends, holidays or questions: Tuesday 28 April 2026.',
    ]);
  });

  it('DLN-07 says for how long questions were open', () => {
    const question = { kind: 'identity', doubt: 'Two members of this name.', isSignedIn: false } as const;
    const pause = { question, askedAt: new Date('2026-06-05T12:00:00Z'), answeredAt: new Date('2026-06-15T12:00:00Z') };
    const paused = { ...startClock(new Date('2026-06-01T12:00:00Z')), pauses: [pause] };
    expect(said(paused, en, 'duePaused')?.[2]).toBe('Questions were open for 10 days, which are added: Saturday 11 July 2026.');
    expect(said(paused, fr, 'duePaused')?.[2]).toBe(
      'Suspension de 10 jours dans l’attente d’une réponse, à ajouter : samedi 11 juillet 2026.',
    );
  });

  it('DLN-02 says that a person has to check what the calendar does not hold', () => {
    const settings = { ...paris, calendar: frenchCalendar(undefined, { first: 2026, last: 2026 }) };
    const sentence =
      'The calendar FR does not hold the public holidays of 2027: Friday 1 January 2027 is not moved, and has to be checked by a person.';
    expect(said(startClock(new Date('2026-12-01T12:00:00Z')), en, 'dueLegal', settings)).toContain(sentence);
  });

  it('DLN-03 names the safe date first, and the paused one only where there is one', () => {
    const all = explainDeadlines(computeDeadlines(endOfJanuary, paris, later), en);
    expect(all.map(({ name, title, date, verified }) => [name, title, date, verified])).toEqual([
      ['dueSafe', 'Working date', '2026-02-28', true],
      ['dueLegal', 'Legal date', '2026-03-02', true],
      ['dueExtSafe', 'Working date if extended', '2026-04-28', true],
      ['dueExtLegal', 'Legal date if extended', '2026-04-30', true],
    ]);
  });
});

describe('a catalogue', () => {
  const date = '2026-03-02';
  const STEPS: Readonly<Record<TraceStep['kind'], TraceStep>> = {
    received: { kind: 'received', date, zone: 'UTC' },
    'received-elsewhere': { kind: 'received-elsewhere', utc: date, date, zone: 'Europe/Paris' },
    started: { kind: 'started', date },
    'not-started': { kind: 'not-started', date },
    months: { kind: 'months', count: 1, date },
    clamped: { kind: 'clamped', count: 3, day: 31, date },
    'earlier-of': { kind: 'earlier-of', first: date, second: date, date },
    'health-possible': { kind: 'health-possible', date },
    'health-found': { kind: 'health-found', date },
    'health-days': { kind: 'health-days', count: 8, date },
    'health-months': { kind: 'health-months', count: 2, date },
    paused: { kind: 'paused', count: 1, date },
    weekend: { kind: 'weekend', date },
    holiday: { kind: 'holiday', date, name: 'Fête' },
    rolled: { kind: 'rolled', date },
    'not-rolled': { kind: 'not-rolled', date },
    unverified: { kind: 'unverified', date, year: 2040, calendar: 'FR' },
    ends: { kind: 'ends', date },
  };

  it.each(Object.entries(DEADLINE_CATALOGUES))(
    'in %s has a sentence for each step, and a value for each of its places',
    (_, catalogue) => {
      for (const step of Object.values(STEPS)) {
        const counts = 'count' in step ? [0, 1, 2, 5].map((count) => ({ ...step, count })) : [step];
        for (const sentence of counts.flatMap((each) => explainDate({ date, verified: true, trace: [each] }, catalogue))) {
          expect(sentence).toMatch(/^[\p{Lu}\d][^{}]+\.$/u);
          expect(sentence).not.toContain('undefined');
        }
      }
    },
  );

  it('may have the plural forms of its language', () => {
    const polish: DeadlineCatalogue = {
      ...en,
      language: 'pl',
      sentences: {
        ...en.sentences,
        paused: { one: '{count} dzień', few: '{count} dni', many: '{count} dni (wiele)', other: '{count} dnia' },
      },
    };
    const trace = [1, 3, 5].map((count): TraceStep => ({ kind: 'paused', count, date }));
    expect(explainDate({ date, verified: true, trace }, polish)).toEqual(['1 dzień', '3 dni', '5 dni (wiele)']);
  });

  it('has one form where no other is given, or nothing is counted', () => {
    const sentences = {
      ...en.sentences,
      paused: { other: 'Open for {count} days.' },
      ends: { one: 'One.', other: 'Ends on {date}.' },
    };
    const plain: DeadlineCatalogue = { ...en, sentences };
    const trace: readonly TraceStep[] = [
      { kind: 'paused', count: 1, date },
      { kind: 'ends', date },
    ];
    expect(explainDate({ date, verified: true, trace }, plain)).toEqual(['Open for 1 days.', 'Ends on Monday 2 March 2026.']);
  });

  it('writes days as its language does', () => {
    expect(dayInWords('2026-04-01', fr)).toBe('mercredi 1er avril 2026');
    expect(dayInWords('2026-12-25', en)).toBe('Friday 25 December 2026');
  });
});
