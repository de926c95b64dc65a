import { REPORT_CATALOGUES, type ReportLanguage } from '../catalogue/report.js';
import { renderHtml } from '../html/render-html.js';
import { PdfError, type PdfErrorCode } from '../pdf/pdf-error.js';
import { renderPdf } from '../pdf/render-pdf.js';
import { articleFifteen } from './article-fifteen.js';
import type { AnnexOf } from './compose/data-section.js';
import { composeReport } from './compose-report.js';
import { deriveReport } from './derive-report.js';
import type { ReportInput } from './subject-report.js';

/** One file of a report, for people or programs. */
export interface ReportFile {
  readonly name: string;
  readonly title: Readonly<Record<ReportLanguage, string>>;
  readonly content: AsyncIterable<Uint8Array>;
}

/** How the files of a report are made. */
export interface ReportFileOptions {
  /** Of the print, and of the page that comes first. */
  readonly language: ReportLanguage;
  readonly annexOf: AnnexOf;
  /** Whether there is a print beside the pages. */
  readonly withPdf: boolean;
  /** Told where there is no print after all, because the report is too large for one or its making took too much: the pages hold everything. */
  readonly onNoPdf?: (code: PdfErrorCode) => void;
}

/** A table of the archive that a report is in, below its top folder. */
export interface AnnexTable {
  readonly source: string;
  readonly collection: string;
  readonly path: string;
}

/** Where a report in `data/report` finds the tables of its archive. */
export function annexIn(tables: readonly AnnexTable[]): AnnexOf {
  const paths = new Map(tables.map(({ source, collection, path }) => [JSON.stringify([source, collection]), path]));
  return (source, collection) => paths.get(JSON.stringify([source, collection]))?.replace(/^data\//u, '../');
}

const LANGUAGE_NAMES: Readonly<Record<ReportLanguage, Readonly<Record<ReportLanguage, string>>>> = {
  en: { en: 'English', fr: 'anglais' },
  fr: { en: 'French', fr: 'français' },
};

/** The files of a report (FMT-03, FMT-04): a page in each language, the print in the one that was asked for, and the information for programs. */
export async function* reportFiles(input: ReportInput, options: ReportFileOptions): AsyncGenerator<ReportFile, void, undefined> {
  const { language, annexOf, withPdf, onNoPdf } = options;
  const report = deriveReport(input);
  // Set in a process of its own, beside the pages. What it throws is met when its turn comes.
  const print = withPdf ? printOf(composeReport(report, language, annexOf), onNoPdf) : undefined;
  print?.catch(() => undefined);
  const others = (Object.keys(REPORT_CATALOGUES) as ReportLanguage[]).filter((each) => each !== language);
  for (const each of [language, ...others]) {
    const page = composeReport(report, each, annexOf);
    yield { name: `report.${each}.html`, title: titleOf(each), content: encoded(renderHtml(page)) };
  }
  const pdf = await print;
  if (pdf !== undefined) yield { name: `report.${language}.pdf`, title: titleOf(language, 'PDF'), content: encoded([pdf]) };
  const machine = `${JSON.stringify(articleFifteen(report, language), undefined, 2)}\n`;
  yield { name: 'article15.json', title: titles('title.machine'), content: encoded([machine]) };
}

async function printOf(
  document: ReturnType<typeof composeReport>,
  onNoPdf: ReportFileOptions['onNoPdf'],
): Promise<Uint8Array | undefined> {
  try {
    return await renderPdf(document);
  } catch (error) {
    if (!(error instanceof PdfError) || error.code === 'failed') throw error;
    onNoPdf?.(error.code);
    return undefined;
  }
}

function titles(key: 'title.document' | 'title.machine'): ReportFile['title'] {
  return { en: REPORT_CATALOGUES.en[key], fr: REPORT_CATALOGUES.fr[key] };
}

function titleOf(language: ReportLanguage, format?: string): ReportFile['title'] {
  const named = (reader: ReportLanguage): string => {
    const details = [LANGUAGE_NAMES[language][reader], ...(format === undefined ? [] : [format])].join(', ');
    return `${titles('title.document')[reader]} (${details})`;
  };
  return { en: named('en'), fr: named('fr') };
}

async function* encoded(chunks: Iterable<string | Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  await Promise.resolve();
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}
