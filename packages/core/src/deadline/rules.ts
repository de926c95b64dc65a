/** The periods of the health code (CSP L1111-7; DLN-10). */
export interface HealthTerms {
  readonly days: number;
  /** In place of the days, for information that is older than `oldAfterYears`. */
  readonly monthsForOld: number;
  readonly oldAfterYears: number;
  /** Nothing is handed out earlier than so many hours after receipt. */
  readonly notBeforeHours: number;
}

/** Periods and thresholds of a controller, as data: laws change, and profiles differ (DLN-04, DLN-07 to DLN-10). */
export interface DeadlineRules {
  /** Of Art. 12(3): one month, and two more. */
  readonly months: number;
  readonly extensionMonths: number;
  /** Days after receipt on which somebody is reminded (DLN-04). */
  readonly reminderDays: readonly number[];
  /** Days before its safe date on which those who decide are written to about a request that is not decided; none where it is empty. */
  readonly officerDays: readonly number[];
  /** When an answer is wanted, in working days after receipt (DLN-04). */
  readonly targetWorkingDays: number;
  /** How soon after receipt a question has to be asked to pause the clock, in working days (DLN-07). */
  readonly promptWorkingDays: number;
  /** More than so many records, or more than so many sources, are a large quantity (recital 63; DLN-08). */
  readonly largeQuantity: { readonly records: number; readonly sources: number };
  /** After so many days without an answer to a question of scope everything is produced (DLN-08). */
  readonly scopeAnswerDays: number;
  /** `uk`: the clock starts when what was asked for has come, as the ICO counts (DLN-09). */
  readonly pack: 'eu' | 'uk';
  /** For data of health professionals and establishments; missing where the fast track is off (DLN-10). */
  readonly healthFastTrack?: HealthTerms;
}

/** What holds where a controller's profile says nothing else: no UK pack, no fast track. */
export const DEFAULT_DEADLINE_RULES: DeadlineRules = {
  months: 1,
  extensionMonths: 2,
  reminderDays: [7, 14, 21],
  officerDays: [7, 2],
  targetWorkingDays: 10,
  promptWorkingDays: 3,
  largeQuantity: { records: 1_000, sources: 5 },
  scopeAnswerDays: 14,
  pack: 'eu',
};

/** Eight days, or two months for what is older than five years, never before 48 hours (CSP L1111-7; DLN-10). */
export const FRENCH_HEALTH_TERMS: HealthTerms = { days: 8, monthsForOld: 2, oldAfterYears: 5, notBeforeHours: 48 };
