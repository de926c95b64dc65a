import { holidayCalendar } from '@habeas/calendars';
import type { LoadedConfig } from '@habeas/configuration';
import { InvalidInputError } from '@habeas/connector-sdk';
import {
  askQuestion,
  type ClockSettings,
  computeDeadlines,
  dayEndsAt,
  dayInWords,
  DEADLINE_CATALOGUES,
  decideExtension,
  DEFAULT_DEADLINE_RULES,
  type Deadlines,
  explainDeadlines,
  type ExtensionReason,
  type Language,
  localDate,
  noteAnswer,
  parseLocalDate,
  type RequestClock,
  startClock,
} from '@habeas/core/law';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';

/** What happened to a request, as the command line says it. Times are ISO 8601; a day alone stands for its last instant there. */
export interface DeadlineArguments {
  readonly received: string;
  /** Questions about identity: asked, and answered where it has been, with a slash between. */
  readonly question?: readonly string[];
  /** When the notice of an extension was sent. */
  readonly extended?: string;
  readonly because: ExtensionReason;
  /** As of when; by default now. */
  readonly at?: string;
  readonly timeZone?: string;
  readonly holidays?: string;
  readonly language?: Language;
  readonly json?: true;
}

/**
 * Says when a request is due and how each day came about (DLN-01 to DLN-07), by the rules of the service. Place and language are the
 * controller's, where a configuration is given and nothing else is said. Throws `InvalidInputError` for a time that is none and
 * `Refused` for what the law does not allow.
 */
export function showDeadlines(
  given: DeadlineArguments,
  controller: LoadedConfig['controller'] | undefined,
  terminal: Terminal,
): ExitCode {
  const settings = settingsOf({ ...controller, ...given });
  const at = given.at === undefined ? new Date() : timeOf(given.at, '--at', settings);
  const deadlines = computeDeadlines(clockOf(given, settings), settings, at);
  const language = given.language ?? controller?.language ?? 'en';
  if (given.json === true) terminal.out(JSON.stringify(asJson(deadlines, language), undefined, 2));
  else for (const line of inWords(deadlines, language)) terminal.out(line);
  return EXIT.complete;
}

function settingsOf({
  timeZone = 'Europe/Paris',
  holidays = 'FR',
}: Pick<DeadlineArguments, 'timeZone' | 'holidays'>): ClockSettings {
  return { zone: timeZone, calendar: holidayCalendar(holidays), rules: DEFAULT_DEADLINE_RULES };
}

function clockOf(given: DeadlineArguments, settings: ClockSettings): RequestClock {
  let clock = startClock(timeOf(given.received, '--received', settings));
  for (const question of given.question ?? []) clock = afterQuestion(clock, question, settings);
  if (given.extended === undefined) return clock;
  const noticeSentAt = timeOf(given.extended, '--extended', settings);
  const { extension } = decideExtension(clock, settings, { reason: given.because, decidedAt: noticeSentAt });
  return extension === undefined ? clock : { ...clock, extension: { ...extension, noticeSentAt } };
}

function afterQuestion(clock: RequestClock, text: string, settings: ClockSettings): RequestClock {
  const [asked = '', answered] = text.split('/');
  const question = { kind: 'identity', doubt: 'as given on the command line', isSignedIn: false } as const;
  const paused = askQuestion(clock, settings, { question, askedAt: timeOf(asked, '--question', settings) });
  if (answered === undefined) return paused;
  return noteAnswer(paused, settings, { answeredAt: timeOf(answered, '--question', settings) });
}

function timeOf(text: string, option: string, { zone }: ClockSettings): Date {
  const day = parseLocalDate(text);
  const time = day === undefined ? instant(text) : new Date(dayEndsAt(zone, day).getTime() - 1);
  if (time !== undefined) return time;
  const remedy = 'write 2026-03-31 or 2026-03-31T10:00:00Z';
  throw new InvalidInputError([{ file: 'command line', path: option, what: 'this is no day and no time', remedy }]);
}

/** Without an offset nobody knows which instant is meant. */
function instant(text: string): Date | undefined {
  const time = new Date(text);
  return !/T.*(?:Z|[+-]\d\d:\d\d)$/u.test(text) || Number.isNaN(time.getTime()) ? undefined : time;
}

function inWords(deadlines: Deadlines, language: Language): readonly string[] {
  const catalogue = DEADLINE_CATALOGUES[language];
  const { received, workBy, limit, zone, calendar } = deadlines;
  const day = (date: string): string => dayInWords(localDate(date), catalogue);
  const head = HEADS[language];
  return [
    `${head.received}${head.colon}${day(received)} (${zone}; ${head.calendar} ${calendar.id}, ${calendar.version})`,
    `${head.workBy}${head.colon}${day(workBy)}`,
    `${head.limit}${head.colon}${day(limit.date)}`,
    ...explainDeadlines(deadlines, catalogue).flatMap(({ title, date, verified, sentences }) => [
      '',
      `${title}${head.colon}${day(date)}${verified ? '' : ` (${head.unverified})`}`,
      ...sentences.map((sentence) => `  ${sentence}`),
    ]),
  ];
}

const HEADS: Readonly<
  Record<Language, Readonly<Record<'colon' | 'received' | 'calendar' | 'workBy' | 'limit' | 'unverified', string>>>
> = {
  en: {
    colon: ': ',
    received: 'Received',
    calendar: 'holidays of',
    workBy: 'To be answered by',
    limit: 'Last day that the law leaves',
    unverified: 'NOT VERIFIED: the calendar does not reach so far',
  },
  fr: {
    colon: '\u00a0: ',
    received: 'Reçue le',
    calendar: 'jours fériés',
    workBy: 'Réponse à donner pour le',
    limit: 'Dernier jour laissé par la loi',
    unverified: 'NON VÉRIFIÉE\u00a0: le calendrier ne va pas jusque-là',
  },
};

function asJson(deadlines: Deadlines, language: Language): unknown {
  const { received, workBy, limit, lateFrom, isExtended, pausedDays, zone, calendar } = deadlines;
  const dates = explainDeadlines(deadlines, DEADLINE_CATALOGUES[language]);
  return { received, workBy, limit: limit.date, lateFrom, isExtended, pausedDays, timeZone: zone, calendar, dates };
}
