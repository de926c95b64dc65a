import type { TraceStep } from '../trace-step.js';

/** A sentence with `{places}`, or one for each plural form of its `{count}` in the language. */
export type Sentence = string | (Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string });

/** Names of the dates that are explained. */
export type ExplainedName = 'dueSafe' | 'dueLegal' | 'dueExtSafe' | 'dueExtLegal' | 'duePaused' | 'dueHealth';

/** Everything that {@link explainDeadlines} says, in one language: another language is another file with one of these. */
export interface DeadlineCatalogue {
  /** BCP 47. */
  readonly language: string;
  /** From Sunday. */
  readonly weekdays: readonly [string, string, string, string, string, string, string];
  /** From January. */
  readonly months: readonly [string, string, string, string, string, string, string, string, string, string, string, string];
  /** Days of the month that are not written as their number. */
  readonly days: Readonly<Record<number, string>>;
  /** With `{weekday}`, `{day}`, `{month}` and `{year}`. */
  readonly date: string;
  readonly titles: Readonly<Record<ExplainedName, string>>;
  readonly sentences: Readonly<Record<TraceStep['kind'], Sentence>>;
}
