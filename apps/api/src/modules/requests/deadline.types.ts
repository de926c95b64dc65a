import {
  type ClockSettings,
  computeDeadlines,
  DEADLINE_CATALOGUES,
  type ExplainedDate,
  explainDeadlines,
  type RequestClock,
} from '@habeas/core/law';
import { Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/date-time.scalar.js';
import { LocalDate } from '../../platform/local-date.scalar.js';
import { Shown } from '../../platform/shown.js';

@ObjectType('ExplainedDate', { description: 'One date of a request, and how it came about.' })
export class ExplainedDateType {
  @Shown('request.read', () => String, { description: 'What the schema of deadlines calls it: `dueSafe`, `dueLegal` …' })
  readonly name!: string;

  @Shown('request.read', () => String)
  readonly title!: string;

  @Shown('request.read', () => LocalDate)
  readonly date!: string;

  @Shown('request.read', () => Boolean, { description: 'Whether the calendar holds every year that it depends on.' })
  readonly isVerified!: boolean;

  @Shown('request.read', () => [String], { description: 'How it came about, step by step.' })
  readonly sentences!: readonly string[];

  static of({ name, title, date, verified, sentences }: ExplainedDate): ExplainedDateType {
    return Object.assign(new ExplainedDateType(), { name, title, date, isVerified: verified, sentences });
  }
}

@ObjectType('Deadlines', { description: 'By when a request has to be answered (Art. 12(3); Regulation 1182/71).' })
export class DeadlinesType {
  @Shown('request.read', () => LocalDate, { description: 'The day of receipt where the controller is.' })
  readonly received!: string;

  @Shown('request.read', () => LocalDate, { description: 'The last day that is safe: to be worked by.' })
  readonly workBy!: string;

  @Shown('request.read', () => LocalDate, { description: 'The last day that the law leaves.' })
  readonly limit!: string;

  @Shown('request.read', () => Boolean, { description: 'Whether the notice of an extension was sent in time.' })
  readonly isExtended!: boolean;

  @Shown('request.read', () => Int, { description: 'For how many days questions were open.' })
  readonly pausedDays!: number;

  @Shown('request.read', () => DateTime, { description: 'The first instant after that day.' })
  readonly lateFrom!: Date;

  @Shown('request.read', () => DateTime, {
    nullable: true,
    description: 'Where health information may be among it: the time before which nothing is handed out (CSP L1111-7).',
  })
  readonly notBefore!: Date | null;

  @Shown('request.read', () => String, { description: 'The holidays that were counted with, and which data they are.' })
  readonly calendar!: string;

  @Shown('request.read', () => [ExplainedDateType])
  readonly dates!: readonly ExplainedDateType[];

  /** The dates of a request as they stand now, in words of a language. */
  static of(clock: RequestClock, settings: ClockSettings, now: Date, language: 'en' | 'fr'): DeadlinesType {
    const deadlines = computeDeadlines(clock, settings, now);
    const { received, workBy, limit, lateFrom, calendar, isExtended, pausedDays } = deadlines;
    const dates = explainDeadlines(deadlines, DEADLINE_CATALOGUES[language]).map((date) => ExplainedDateType.of(date));
    const { notBefore = null } = deadlines;
    const counted = { calendar: `${calendar.id} (${calendar.version})`, limit: limit.date, notBefore };
    return Object.assign(new DeadlinesType(), { received, workBy, lateFrom, isExtended, pausedDays, dates, ...counted });
  }
}
