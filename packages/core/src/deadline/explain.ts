import type { DeadlineCatalogue, ExplainedName, Sentence } from './catalogue/catalogue.js';
import type { Deadlines } from './deadlines.js';
import type { DueDate } from './due-date.js';
import { type LocalDate, partsOf, weekdayOf } from '../calendar/local-date.js';
import type { TraceStep } from './trace-step.js';

/** One date of a request in words. */
export interface ExplainedDate {
  readonly name: ExplainedName;
  readonly title: string;
  readonly date: LocalDate;
  /** Whether the calendar holds all that the date depends on (DLN-02). */
  readonly verified: boolean;
  /** How it came about, step by step. */
  readonly sentences: readonly string[];
}

/** How each date of a request came about, in the language of a catalogue (DLN-01 to DLN-03, DLN-06, DLN-07, DLN-10). */
export function explainDeadlines(deadlines: Deadlines, catalogue: DeadlineCatalogue): readonly ExplainedDate[] {
  return NAMES.flatMap((name) => {
    const due = deadlines[name];
    if (due === undefined) return [];
    const { date, verified } = due;
    return [{ name, title: catalogue.titles[name], date, verified, sentences: explainDate(due, catalogue) }];
  });
}

/** How one date came about, step by step: of the health fast track too (DLN-01, DLN-10). */
export function explainDate({ trace }: DueDate, catalogue: DeadlineCatalogue): readonly string[] {
  return trace.map((step) => fill(sentenceOf(step, catalogue), placesOf(step, catalogue)));
}

/** A day in words, with its weekday. */
export function dayInWords(date: LocalDate, catalogue: DeadlineCatalogue): string {
  const [weekday, month] = [catalogue.weekdays[weekdayOf(date)], catalogue.months[Number(date.slice(5, 7)) - 1]];
  const day = catalogue.days[partsOf(date).day] ?? partsOf(date).day;
  return fill(catalogue.date, { weekday, day, month, year: partsOf(date).year });
}

const NAMES = [
  'dueHealth',
  'dueSafe',
  'dueLegal',
  'duePaused',
  'dueExtSafe',
  'dueExtLegal',
] as const satisfies readonly ExplainedName[];
const DAYS: ReadonlySet<string> = new Set(['date', 'utc', 'first', 'second']);

type Places = Readonly<Record<string, string | number | undefined>>;

function placesOf(step: TraceStep, catalogue: DeadlineCatalogue): Places {
  return Object.fromEntries(
    Object.entries(step).map(([place, value]: [string, string | number]) => [
      place,
      DAYS.has(place) ? dayInWords(value as LocalDate, catalogue) : value,
    ]),
  );
}

function sentenceOf(step: TraceStep, { sentences, language }: DeadlineCatalogue): string {
  const sentence: Sentence = sentences[step.kind];
  if (typeof sentence === 'string') return sentence;
  const form = 'count' in step ? new Intl.PluralRules(language).select(step.count) : 'other';
  return sentence[form] ?? sentence.other;
}

function fill(sentence: string, places: Places): string {
  return sentence.replaceAll(/\{(\w+)\}/gu, (_, place: string) => String(places[place]));
}
