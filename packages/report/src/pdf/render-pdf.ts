import { checkDocument } from '../document/check-document.js';
import type { ReadableDocument } from '../document/document.js';
import { PdfError } from './pdf-error.js';
import { printDocument } from './print-document.js';
import { fontFiles } from './print-fonts.js';
import { runTypesetter, type TypesetterLimits } from './typesetter-process.js';

/** Cells that a PDF holds, of all its tables together: 3,000 rows of five. They take a gigabyte of memory to set, and nobody reads more on paper. */
export const PDF_CELLS = 15_000;
/** Of text and structure, in characters. */
const PDF_SIZE = 8 * 1024 * 1024;

const LIMITS: TypesetterLimits = { timeoutMs: 60_000, memoryMiB: 1_536 };

/** What a PDF may take; one minute and 1.5 GiB where nothing is said. */
export interface PdfOptions {
  readonly timeoutMs?: number;
  readonly memoryMiB?: number;
}

/**
 * A document as a tagged PDF with its fonts in it (PDF/UA-1 as the typesetter enforces it, not certified by anybody; PER-02,
 * FMT-04), made in a process of its own. The same document gives the same bytes. Tables are cut after {@link PDF_CELLS} cells,
 * and characters without a sign in the fonts replaced: both are told in the document. Throws {@link DocumentError} where the
 * document is at fault, {@link PdfError} where no PDF could be made of it.
 */
export async function renderPdf(document: ReadableDocument, options: PdfOptions = {}): Promise<Uint8Array> {
  checkDocument(document);
  const data = printDocument(document, PDF_CELLS);
  const timestamp = Date.parse(`${document.date}T00:00:00Z`) / 1_000;
  const request = JSON.stringify({ fonts: fontFiles(), timestamp, data });
  if (request.length > PDF_SIZE) {
    throw new PdfError('too-large', `The document has more than ${PDF_SIZE / 1024 / 1024} million characters of text: too many for a PDF.`); // prettier-ignore
  }
  return runTypesetter(request, { ...LIMITS, ...options });
}
