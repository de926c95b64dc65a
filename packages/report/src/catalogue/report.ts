import type { Catalogue } from '../language/phrasebook.js';
import { REPORT_EN } from './report.en.js';
import { REPORT_FR } from './report.fr.js';
import { REPORT_LAW_EN } from './report-law.en.js';
import { REPORT_LAW_FR } from './report-law.fr.js';

/** The sentences that a report is made of. */
export type ReportKey = keyof typeof REPORT_EN | keyof typeof REPORT_LAW_EN;

/** The languages in which reports are written. Another one is two files more (the report, the terms of the law) and a line here. */
export const REPORT_CATALOGUES = {
  en: { ...REPORT_EN, ...REPORT_LAW_EN },
  fr: { ...REPORT_FR, ...REPORT_LAW_FR },
} as const satisfies Readonly<Record<string, Catalogue<ReportKey>>>;

/** See {@link REPORT_CATALOGUES}. */
export type ReportLanguage = keyof typeof REPORT_CATALOGUES;
