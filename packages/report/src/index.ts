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
