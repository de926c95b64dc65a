export { Phrasebook } from './language/phrasebook.js';
export type { Catalogue, Parts } from './language/phrasebook.js';
export type {
  Block,
  Facts,
  Figure,
  Flow,
  ReadableDocument,
  Section,
  Span,
  Table,
  TableColumn,
  Text,
  Timeline,
} from './document/document.js';
export { LETTER_CATALOGUES, LETTER_LANGUAGES } from './catalogue/letters.js';
export type { LetterKey, LetterLanguage } from './catalogue/letters.js';
export { composeLetter } from './letters/compose-letter.js';
export { CASE_FILE_PARTS, ENCLOSURES, OMISSION_REASONS, STANDING_RIGHTS } from './letters/facts/answer-facts.js';
export type { Omission } from './letters/facts/answer-facts.js';
export { REFUSAL_GROUNDS } from './letters/facts/denial-facts.js';
export type { RefusalGround } from './letters/facts/denial-facts.js';
export { EXCLUDED_GROUNDS } from './letters/facts/ground-text.js';
export type { LetterFacts } from './letters/facts/letter-facts.js';
export { DOCUMENT_HOURS, IDENTITY_CHECKS, IDENTITY_PROOFS, OTHER_RIGHTS } from './letters/facts/opening-facts.js';
export { letterFaults } from './letters/letter-faults.js';
export type { LetterFault } from './letters/letter-faults.js';
export { LETTER_KINDS, LETTERS_WITH_REMEDIES } from './letters/letter-kind.js';
export type { LetterKind } from './letters/letter-kind.js';
export { letterSearch, searchedIdentifiers } from './letters/letter-search.js';
export type { LetterPlace, LetterSearch } from './letters/letter-search.js';
export { extensionNoticeTexts } from './letters/notice-texts.js';
export { letterSender } from './letters/sender.js';
export type { LetterAuthority, LetterContact, LetterSender } from './letters/sender.js';
export { readLetterWording } from './letters/read-wording.js';
export { letterWordingSchema } from './letters/wording.js';
export type { LetterWording, OwnText } from './letters/wording.js';
export { MESSAGE_CATALOGUES } from './catalogue/messages.js';
export type { MessageKey } from './catalogue/messages.js';
export { composeMessage } from './messages/compose-message.js';
export type { MessageEdition, MessageSender } from './messages/compose-message.js';
export { deriveReport } from './report/derive-report.js';
export { composeReport } from './report/compose-report.js';
export { articleFifteen } from './report/article-fifteen.js';
export type { AnnexOf } from './report/compose/data-section.js';
export { SHOWN_CARDS, SHOWN_RECORDS, SHOWN_ROWS } from './report/compose/shown.js';
export { SHOWN_CHARACTERS } from './report/compose/values.js';
export { REPORT_CATALOGUES, type ReportLanguage } from './catalogue/report.js';
export type { ActivityBlock, ReportInput, ReportRequest, SubjectReport } from './report/subject-report.js';
export { DocumentError } from './document/document-error.js';
export { legible } from './document/text.js';
export { Html, markup, trusted } from './html/markup.js';
export type { HtmlPart } from './html/markup.js';
export { PAGE_POLICY, renderHtml } from './html/render-html.js';
export { PdfError } from './pdf/pdf-error.js';
export type { PdfErrorCode } from './pdf/pdf-error.js';
export { PDF_CELLS, renderPdf } from './pdf/render-pdf.js';
export type { PdfOptions } from './pdf/render-pdf.js';
export { renderText } from './plain/render-text.js';
export { annexIn, reportFiles } from './report/report-files.js';
export type { AnnexTable, ReportFile, ReportFileOptions } from './report/report-files.js';
export { composeEvidence } from './evidence/compose-evidence.js';
export type { EvidenceContent } from './evidence/compose-evidence.js';
export type { ShownEntry } from './evidence/shown-entry.js';
