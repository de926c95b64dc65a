import type { Catalogue } from '../language/phrasebook.js';
import { REPORT_EN } from './report.en.js';
import { REPORT_FR } from './report.fr.js';

/** The sentences that a report is made of. */
export type ReportKey = keyof typeof REPORT_EN;

/** The languages in which reports are written. Another one is another file and a line here. */
export const REPORT_CATALOGUES = { en: REPORT_EN, fr: REPORT_FR } as const satisfies Readonly<
  Record<string, Catalogue<ReportKey>>
>;

/** See {@link REPORT_CATALOGUES}. */
export type ReportLanguage = keyof typeof REPORT_CATALOGUES;
