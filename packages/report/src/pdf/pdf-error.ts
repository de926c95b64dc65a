/** Why a PDF was not made. `too-large`: more text than a PDF is for; `failed`: the typesetter refused it or ended. */
export type PdfErrorCode = 'too-large' | 'timeout' | 'memory' | 'failed';

/** A PDF that was not made. Says nothing of what is in the document. */
export class PdfError extends Error {
  override readonly name = 'PdfError';

  constructor(
    readonly code: PdfErrorCode,
    message: string,
  ) {
    super(message);
  }
}
