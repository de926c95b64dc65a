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
export { DocumentError } from './document/document-error.js';
export { renderHtml } from './html/render-html.js';
export { PdfError } from './pdf/pdf-error.js';
export type { PdfErrorCode } from './pdf/pdf-error.js';
export { PDF_CELLS, renderPdf } from './pdf/render-pdf.js';
export type { PdfOptions } from './pdf/render-pdf.js';
export { renderText } from './plain/render-text.js';
